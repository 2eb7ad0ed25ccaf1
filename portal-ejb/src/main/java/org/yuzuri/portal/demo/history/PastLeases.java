package org.yuzuri.portal.demo.history;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.HostNames;
import org.yuzuri.portal.lease.Labels;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.lease.LeaseRepository;
import org.yuzuri.portal.lease.LeaseTerms;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.order.OrderOptions;
import org.yuzuri.portal.order.OrderRequest;
import org.yuzuri.portal.order.Orders;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.event.EventLog;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * Leases that are over, in the order in which they were. Only orders follow them: no server is
 * touched and nobody is sent mail. Transaction: the caller's.
 */
@Dependent
class PastLeases {

  private static final Labels LABELS = Labels.of("demo=history");

  private final Orders orders;
  private final Leases leases;

  @Inject
  PastLeases(LeaseRepository repository, EventLog events, Orders orders) {
    this.orders = orders;
    this.leases = new Leases(repository, events, List.of(orders));
  }

  /**
   * When a tenant had a server.
   *
   * @param outage when its tunnel broke; null: it did not
   */
  record Had(
      Instant ordered,
      Instant handedOver,
      Instant until,
      Price price,
      @Nullable Instant outage,
      Duration down) {

    /** Whether the tunnel broke, and was up again before the server went back. */
    boolean isDisturbed() {
      return outage != null && outage.plus(down).isBefore(until);
    }
  }

  /** The lease's id. */
  long had(HistoryService.Customer customer, long offerId, long serverId, Had had) {
    Lease lease = open(customer, offerId, serverId, had.ordered(), had.price());
    happened(lease, LeaseEvent.HAND_OVER, had.handedOver());
    Instant outage = had.outage();
    if (outage != null && had.isDisturbed()) {
      leases.tunnelIsDown(lease, outage);
      leases.tunnelIsUp(lease, outage.plus(had.down()));
    }
    happened(lease, LeaseEvent.RETURN, had.until());
    happened(lease, LeaseEvent.CUT_OFF, PastServers.isolatedAt(had.until()));
    happened(lease, LeaseEvent.WIPED, PastServers.erasedAt(had.until()));
    return lease.id();
  }

  /** A lease whose transfer failed; its id. */
  long failed(
      HistoryService.Customer customer,
      long offerId,
      long serverId,
      Instant ordered,
      Instant at,
      Price price,
      Fault fault) {
    Lease lease = open(customer, offerId, serverId, ordered, price);
    leases.happened(lease, LeaseEvent.START_FAILED, PastServers.failure(at, fault));
    happened(lease, LeaseEvent.CUT_OFF, PastServers.isolatedAt(at));
    return lease.id();
  }

  private Lease open(
      HistoryService.Customer customer, long offerId, long serverId, Instant at, Price price) {
    long order =
        orders.begin(
            customer.tenantId(),
            new OrderRequest(
                offerId,
                customer.imageId(),
                customer.settingsVersionId(),
                customer.gatewayId(),
                1,
                LeasePeriod.OPEN,
                new OrderOptions(false, LABELS, HostNames.NONE)),
            Cause.of(PastServers.ACTOR, at, PastServers.REASON));
    Lease lease =
        leases.open(
            new LeaseTerms(
                customer.tenantId(),
                order,
                serverId,
                customer.gatewayId(),
                LeasePeriod.OPEN,
                price,
                "",
                LABELS),
            at);
    leases.takeAddress(lease, Ipv4Address.of("10.0.0.1"));
    return lease;
  }

  private void happened(Lease lease, LeaseEvent event, Instant at) {
    leases.happened(lease, event, Cause.of(PastServers.ACTOR, at, PastServers.REASON));
  }
}
