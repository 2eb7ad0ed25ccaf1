package org.yuzuri.portal.wipe.step;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.agent.ReportingAgent;
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
@ApplicationScoped
public class WipeReports {

  private static final Logger log = LoggerFactory.getLogger(WipeReports.class);

  private final WipeRepository wipes;
  private final RunReports runs;
  private final RunEngine engine;
  private final Servers servers;
  private final Clock clock;

  /** For the container's proxy, which never calls its own fields. */
  @NullUnmarked
  protected WipeReports() {
    this(null, null, null, null, null);
  }

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

  /** The eraser has finished; the run ends as failed unless every disk is proven clean. */
  public void erased(ReportingAgent from, Erased report) {
    LockedRun locked = runs.about(from, report.fence(), Wipe.KIND);
    Run run = locked.run();
    if (!isErasing(run) || run.hasSeen(WipeSteps.ALL_DISKS_PROVEN)) {
      log.info(
          "run={} {} step={}: an erasure was reported and changes nothing",
          run.id(),
          run.state(),
          run.current().name());
      return;
    }
    String doubt = ErasureDoubt.in(report, servers.server(run.serverId()).disks().size());
    if (doubt.isEmpty()) {
      Wipe wipe = wipes.findByRun(run.id()).orElseThrow();
      wipes.add(new WipeRecord(wipe, report.disks(), clock.instant()));
      runs.saw(locked, WipeSteps.ALL_DISKS_PROVEN);
    } else {
      engine.fail(locked, new StepVerdict.Fails(Fault.HARDWARE, "DISKS_NOT_PROVEN_CLEAN", doubt));
    }
  }

  private static boolean isErasing(Run run) {
    WipeStep step = WipeStep.valueOf(run.current().name());
    return run.isRunning() && (step == WipeStep.START_ERASER || step == WipeStep.ERASE);
  }
}
