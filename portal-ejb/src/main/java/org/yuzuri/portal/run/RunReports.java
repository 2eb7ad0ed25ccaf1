package org.yuzuri.portal.run;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.command.ReportedCommand;
import org.yuzuri.portal.errand.ErrandDesk;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BootFetched;
import org.yuzuri.wire.report.KeySeen;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.server.BootPart;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Sha256;

/**
 * Hears what daemons report about runs, and lets the engine look; says which run a report is about,
 * if its daemon serves that. Transaction: the caller's.
 */
@Dependent
public class RunReports {

  private static final String FETCHED = "_FETCHED";

  private final Runs runs;
  private final RunEngine engine;
  private final ErrandDesk desk;
  private final Surroundings surroundings;
  private final Clock clock;

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
    saw(locked, report.what() + FETCHED);
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

  /**
   * The server showed a key on its console. One that comes when another is trusted already does not
   * take its place: the first of them is kept in the server's history. What comes after tells
   * nothing new, and whoever prints on and on fills no table.
   *
   * @return false when it is such a first one
   */
  public boolean keySeen(LockedRun locked, KeySeen report) {
    Run run = locked.run();
    if (!run.isRunning()) {
      return true;
    }
    boolean first = !run.shownKey().is(report.key());
    if (!run.shownKey().take(report.key(), clock.instant())) {
      boolean told = !run.saw(Run.OTHER_KEY_SHOWN, clock.instant());
      if (!told) {
        engine.note(locked, Run.OTHER_KEY_SHOWN, report.key().hex());
      }
      return told;
    }
    if (first) {
      engine.touch(locked);
    }
    saw(locked, Run.KEY_SEEN);
    return true;
  }

  /**
   * Whether a result comes from the run's own server. One that does not is kept in the server's
   * history and changes nothing, so that whoever has the boot token stops no run by it. From the
   * first result that does, the key that signed it is trusted.
   *
   * @param signedBy the key whose signature the agent has checked; null when there was none
   */
  public boolean isOfTheServer(LockedRun locked, @Nullable Sha256 signedBy) {
    Run run = locked.run();
    if (!isSignedByTheServer(run, signedBy)) {
      noteOnce(locked, Run.RESULT_OF_ANOTHER_KEY, signers(run, signedBy));
      return false;
    }
    if (runs.identity(run) == Identity.CONSOLE) {
      run.shownKey().trust(clock.instant());
    }
    return true;
  }

  /**
   * Whether a beat or a piece of a log comes from the run's own server. The agent refuses what does
   * not; it may know an older key of a server that was started again.
   *
   * @param signedBy the key whose signature the agent has checked; null when there was none
   */
  public boolean isToldByTheServer(LockedRun locked, @Nullable Sha256 signedBy) {
    return isSignedByTheServer(locked.run(), signedBy);
  }

  /** What is not the server's is kept in its history, once; returns whether it was now. */
  public boolean toldByAnother(LockedRun locked, @Nullable Sha256 signedBy) {
    return noteOnce(locked, Run.TOLD_BY_ANOTHER_KEY, signers(locked.run(), signedBy));
  }

  /** The agent has refused what somebody told in the server's name: kept in its history, once. */
  public void forged(LockedRun locked, TokenProblem report) {
    noteOnce(locked, Run.FORGED_BEATS, report.what() + ", from " + report.source());
  }

  /**
   * Another machine has answered in the agent's name on the run's boot network. Before the server
   * has shown the key of what it booted that may be the other machine's, and the run ends.
   * Afterwards no other key takes that one's place, and it is kept in the server's history, once.
   */
  public void disturbed(LockedRun locked, TokenProblem report) {
    Run run = locked.run();
    String what = report.what() + ", by " + report.source();
    if (hasBooted(run)) {
      run.shownKey().trust(clock.instant());
      noteOnce(locked, Run.BOOT_DISTURBED, what);
    } else {
      engine.fail(locked, new StepVerdict.Fails(Fault.LENDER, Run.BOOT_DISTURBED, what));
    }
  }

  /** Of a server that is known by its port, all that can be said is that it has its files. */
  private boolean hasBooted(Run run) {
    return runs.identity(run) == Identity.CONSOLE
        ? run.hasSeen(Run.KEY_SEEN)
        : run.hasSeen(BootPart.INITRD + FETCHED);
  }

  private boolean isSignedByTheServer(Run run, @Nullable Sha256 signedBy) {
    return runs.identity(run) == Identity.PORT || run.shownKey().is(signedBy);
  }

  private boolean noteOnce(LockedRun locked, String code, String detail) {
    Run run = locked.run();
    boolean first = run.isRunning() && run.saw(code, clock.instant());
    if (first) {
      engine.note(locked, code, detail);
    }
    return first;
  }

  private static String signers(Run run, @Nullable Sha256 signedBy) {
    String shown = run.shownKey().fingerprint().map(Sha256::hex).orElse("none");
    return "signed by " + (signedBy == null ? "nobody" : signedBy.hex()) + ", shown " + shown;
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
