package org.yuzuri.portal.usage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.yuzuri.billing.metering.LeaseEvent;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.state.event.EventView;
import org.yuzuri.portal.state.event.History;
import org.yuzuri.portal.state.event.SubjectKind;

/** What happened to a lease that its bill depends on, as its history tells it. */
@Dependent
class LeaseEvents {

  private final History history;
  private final Faults faults;

  @Inject
  LeaseEvents(History history, Faults faults) {
    this.history = history;
    this.faults = faults;
  }

  /**
   * All that is known of the lease by now.
   *
   * <p>Cutting off that could not be confirmed ends use, too: that it failed is no matter of the
   * tenant's. From a doubt about the books on, the datacenter keeps the server to itself.
   */
  List<LeaseEvent> of(Lease lease) {
    return of(lease, faults.of(lease.id()));
  }

  /** The same of one whose faults were read already: all that are known. */
  List<LeaseEvent> of(Lease lease, List<LeaseFault> known) {
    List<LeaseEvent> events = new ArrayList<>();
    Instant handedOver = lease.handedOverAt();
    if (handedOver != null) {
      events.add(new LeaseEvent.HandedOver(handedOver));
    }
    Instant cutOff = lease.cutOffAt();
    if (cutOff != null) {
      events.add(new LeaseEvent.Isolated(cutOff));
    }
    for (EventView event : history.of(SubjectKind.LEASE, lease.id())) {
      switch (event.event()) {
        case "CUT_OFF", "CUT_OFF_FAILED", "DOUBT", "SETTLE" -> {
          if (!event.stale()) {
            events.add(new LeaseEvent.Isolated(event.at()));
          }
        }
        default -> {
          // of no account
        }
      }
    }
    known.forEach(fault -> events.add(fault.event()));
    return events;
  }
}
