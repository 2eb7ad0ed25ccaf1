package org.yuzuri.portal.wipe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.yuzuri.portal.agent.AgentKind;
import org.yuzuri.portal.agent.ReportListener;
import org.yuzuri.portal.agent.ReportedCommand;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.errand.Errand;
import org.yuzuri.portal.errand.ErrandDesk;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.state.EventLog;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.SubjectKind;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BeatPhase;
import org.yuzuri.wire.report.Erased;

/** Hears what the eraser and the cut-off's commands have to say. */
@ApplicationScoped
public class WipeReports implements ReportListener {

  private final WipeRepository wipes;
  private final WipeEngine engine;
  private final Leases leases;
  private final ErrandDesk desk;
  private final EventLog events;
  private final Clock clock;

  /** For the container's proxy, which never calls its own fields. */
  @NullUnmarked
  protected WipeReports() {
    this(null, null, null, null, null, null);
  }

  /** Hears for this engine. */
  @Inject
  public WipeReports(
      WipeRepository wipes,
      WipeEngine engine,
      Leases leases,
      ErrandDesk desk,
      EventLog events,
      Clock clock) {
    this.wipes = wipes;
    this.engine = engine;
    this.leases = leases;
    this.desk = desk;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public void reported(ReportingAgent from, AgentReport report) {
    if (from.kind() != AgentKind.LENDER_AGENT) {
      return;
    }
    if (report instanceof Beat beat) {
      wipes.findOpenOfLease(beat.fence().leaseId()).ifPresent(id -> beat(id, beat, from));
    } else if (report instanceof Erased erased) {
      wipes
          .findLastOfLease(erased.fence().leaseId())
          .ifPresent(wipe -> erased(wipe.id(), erased, from));
    }
  }

  private void beat(long id, Beat beat, ReportingAgent from) {
    Lease lease = engine.locked(from, beat.fence().leaseId());
    Wipe wipe = wipes.findLocked(id).orElseThrow();
    if (!wipe.heard(beat, clock.instant())) {
      return;
    }
    events.touch(wipe.subject());
    events.touch(lease.subject());
    boolean erasing = wipe.state() == WipeState.STAGING || wipe.state() == WipeState.ERASING;
    if (beat.phase() == BeatPhase.FAILED && erasing) {
      engine.fail(lease, wipe, Fault.HARDWARE, "ERASER_FAILED", beat.message());
    } else {
      engine.advance(lease, wipe);
    }
  }

  private void erased(long id, Erased report, ReportingAgent from) {
    Lease lease = engine.locked(from, report.fence().leaseId());
    engine.erased(lease, wipes.findLocked(id).orElseThrow(), report, from.actor());
  }

  @Override
  public void commandReported(ReportingAgent from, ReportedCommand command) {
    Optional<Errand> errand =
        desk.find(command.id()).filter(found -> found.run().kind() == SubjectKind.WIPE);
    if (errand.isEmpty()) {
      return;
    }
    Wipe look = wipes.find(errand.get().run().id()).orElseThrow();
    Lease lease = leases.locked(look.leaseId());
    Wipe wipe = wipes.findLocked(look.id()).orElseThrow();
    desk.outcome(command.id(), command.outcome());
    engine.advance(lease, wipe);
  }
}
