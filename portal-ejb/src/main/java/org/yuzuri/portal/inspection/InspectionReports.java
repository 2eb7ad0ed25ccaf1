package org.yuzuri.portal.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullUnmarked;
import org.yuzuri.portal.run.LockedRun;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.RunReports;
import org.yuzuri.wire.report.Inspected;

/** Hears what an inspection has found. */
@ApplicationScoped
public class InspectionReports {

  private final InspectionRepository inspections;
  private final RunReports runs;

  /** For the container's proxy, which never calls its own fields. */
  @NullUnmarked
  protected InspectionReports() {
    this(null, null);
  }

  /** Hears for these inspections. */
  @Inject
  public InspectionReports(InspectionRepository inspections, RunReports runs) {
    this.inspections = inspections;
    this.runs = runs;
  }

  /** What the server is made of; the first report of a running inspection counts. */
  public void inspected(LockedRun locked, Inspected report) {
    Run run = locked.run();
    if (run.isRunning()
        && !run.hasSeen(InspectionSteps.FACTS_REPORTED)
        && runs.isOfTheServer(locked, report.signedBy())) {
      inspections.findByRun(run.id()).orElseThrow().found(report.facts());
      runs.saw(locked, InspectionSteps.FACTS_REPORTED);
    }
  }
}
