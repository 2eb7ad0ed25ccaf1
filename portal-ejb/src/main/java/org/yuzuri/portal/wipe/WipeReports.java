package org.yuzuri.portal.wipe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.state.EventLog;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BeatPhase;
import org.yuzuri.wire.report.Erased;

/** Hears what the eraser and the cut-off's commands have to say. */
@ApplicationScoped
public class WipeReports {

  private final WipeRepository wipes;
  private final WipeEngine engine;
  private final Leases leases;
  private final EventLog events;
  private final Clock clock;

  /** For the container's proxy, which never calls its own fields. */
  @NullUnmarked
  protected WipeReports() {
    this(null, null, null, null, null);
  }

  /** Hears for this engine. */
  @Inject
  public WipeReports(
      WipeRepository wipes, WipeEngine engine, Leases leases, EventLog events, Clock clock) {
    this.wipes = wipes;
    this.engine = engine;
    this.leases = leases;
    this.events = events;
    this.clock = clock;
  }

  /**
   * The eraser has said how far it is.
   *
   * @return false when no wipe of the lease is open: the beat is an installer's
   */
  public boolean beat(ReportingAgent from, Beat report) {
    Optional<Long> open = wipes.findOpenOfLease(report.fence().leaseId());
    open.ifPresent(id -> beat(id, report, from));
    return open.isPresent();
  }

  /** The eraser has finished. */
  public void erased(ReportingAgent from, Erased report) {
    wipes
        .findLastOfLease(report.fence().leaseId())
        .ifPresent(wipe -> erased(wipe.id(), report, from));
  }

  /**
   * What became of a command of this run: does what is next.
   *
   * @param note writes it down, under the lease's lock
   */
  public void commandEnded(long id, Runnable note) {
    Wipe look = wipes.find(id).orElseThrow();
    Lease lease = leases.locked(look.leaseId());
    Wipe wipe = wipes.findLocked(id).orElseThrow();
    note.run();
    engine.advance(lease, wipe);
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
}
