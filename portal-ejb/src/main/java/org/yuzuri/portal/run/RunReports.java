package org.yuzuri.portal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.command.ReportedCommand;
import org.yuzuri.portal.errand.ErrandDesk;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BeatPhase;
import org.yuzuri.wire.report.BootFetched;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Fence;

/**
 * Hears what daemons report about runs, and lets the engine look; says which run a report is about,
 * if its daemon serves that. Transaction: the caller's.
 */
@ApplicationScoped
public class RunReports {

  private final Runs runs;
  private final RunEngine engine;
  private final ErrandDesk desk;
  private final Surroundings surroundings;
  private final Clock clock;

  /** For the container's proxy, which never calls its own fields. */
  @NullUnmarked
  protected RunReports() {
    this(null, null, null, null, null);
  }

  /** Hears for this engine. */
  @Inject
  public RunReports(
      Runs runs, RunEngine engine, ErrandDesk desk, Surroundings surroundings, Clock clock) {
    this.runs = runs;
    this.engine = engine;
    this.desk = desk;
    this.surroundings = surroundings;
    this.clock = clock;
  }

  /**
   * The run that a report is about, locked; empty when there is none, or this daemon does not serve
   * it.
   */
  public Optional<LockedRun> findServedBy(ReportingAgent daemon, Fence fence) {
    return runs.locked(fence).filter(locked -> isServedBy(daemon, locked));
  }

  /** The lender agent at whose site the server stands, or the gateway of the run's lease. */
  public boolean isServedBy(ReportingAgent daemon, LockedRun locked) {
    Lease lease = locked.lease();
    if (daemon.kind() == DaemonKind.TENANT_GATEWAY) {
      return lease != null && surroundings.gateway(lease).agentId() == daemon.id();
    }
    return runs.lenderAgent(locked.run()) == daemon.id();
  }

  /** The server has fetched a part of its boot files. */
  public void fetched(LockedRun locked, BootFetched report) {
    saw(locked, report.what() + "_FETCHED");
  }

  /**
   * What the server has booted says how far it is; the first beat of a phase is evidence, BEAT_ and
   * its name.
   */
  public void beat(LockedRun locked, Beat report) {
    Run run = locked.run();
    if (!run.isRunning() || !run.beat().take(report, clock.instant())) {
      return;
    }
    engine.touch(locked);
    if (report.phase() == BeatPhase.FAILED) {
      engine.serverFailed(locked, report.message());
    } else {
      run.saw("BEAT_" + report.phase(), clock.instant());
      engine.advance(locked);
    }
  }

  /** Notes that something was seen, and lets the engine look when it is the first time. */
  public void saw(LockedRun locked, String evidence) {
    Run run = locked.run();
    if (run.isRunning() && run.saw(evidence, clock.instant())) {
      engine.touch(locked);
      engine.advance(locked);
    }
  }

  /** What became of a command: does what is next for the run whose wish it was. */
  public void commandEnded(ReportedCommand command) {
    desk.runOf(command.id()).map(runs::locked).ifPresent(engine::advance);
  }
}
