package org.yuzuri.portal.wipe.step;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.run.LockedRun;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.RunEngine;
import org.yuzuri.portal.run.RunReports;
import org.yuzuri.portal.run.step.StepVerdict;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.wipe.Wipe;
import org.yuzuri.portal.wipe.WipeRecord;
import org.yuzuri.portal.wipe.WipeRepository;
import org.yuzuri.portal.wipe.WipeStep;
import org.yuzuri.wire.report.Erased;

/** Hears what the eraser has done, and judges whether it proves every disk clean. */
@Dependent
public class WipeReports {

  private final WipeRepository wipes;
  private final RunReports runs;
  private final RunEngine engine;
  private final Servers servers;
  private final Clock clock;

  /** Hears for these wipes. */
  @Inject
  public WipeReports(
      WipeRepository wipes, RunReports runs, RunEngine engine, Servers servers, Clock clock) {
    this.wipes = wipes;
    this.runs = runs;
    this.engine = engine;
    this.servers = servers;
    this.clock = clock;
  }

  /**
   * The eraser has finished; the run ends as failed unless every disk is proven clean.
   *
   * @throws ProblemException INVALID_VALUE: the run does not erase, or was told so before
   */
  public void erased(LockedRun locked, Erased report) {
    Run run = locked.run();
    if (!isErasing(run) || run.hasSeen(WipeSteps.ALL_DISKS_PROVEN)) {
      throw ProblemException.invalid(
          "erased", run.state() + " " + run.current().name(), "a run that waits for its erasure");
    }
    if (!runs.isOfTheServer(locked, report.signedBy())) {
      return;
    }
    List<ErasureDoubt> doubts =
        ErasureDoubt.in(report, servers.server(run.serverId()).disks(), ReadBackLimit.configured());
    if (doubts.isEmpty()) {
      Wipe wipe = wipes.findByRun(run.id()).orElseThrow();
      wipes.add(new WipeRecord(wipe, report, clock.instant()));
      runs.saw(locked, WipeSteps.ALL_DISKS_PROVEN);
    } else {
      engine.fail(
          locked, new StepVerdict.Fails(Fault.HARDWARE, "DISKS_NOT_PROVEN_CLEAN", said(doubts)));
    }
  }

  private static String said(List<ErasureDoubt> doubts) {
    return doubts.stream().map(ErasureDoubt::toString).collect(Collectors.joining("\n"));
  }

  private static boolean isErasing(Run run) {
    WipeStep step = WipeStep.valueOf(run.current().name());
    return run.isRunning() && (step == WipeStep.START_ERASER || step == WipeStep.ERASE);
  }
}
