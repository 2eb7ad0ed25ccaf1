package org.yuzuri.portal.inspection;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.yuzuri.portal.run.LockedRun;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.RunReports;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.wire.boot.HardwareFacts;
import org.yuzuri.wire.report.Inspected;
import org.yuzuri.wire.report.PortProbed;

/** Hears what an inspection has found. */
@Dependent
public class InspectionReports {

  private final InspectionRepository inspections;
  private final RunReports runs;
  private final Servers servers;

  /** Hears for these inspections. */
  @Inject
  public InspectionReports(InspectionRepository inspections, RunReports runs, Servers servers) {
    this.inspections = inspections;
    this.runs = runs;
    this.servers = servers;
  }

  /** What the server is made of; the first report of a running inspection counts. */
  public void inspected(LockedRun locked, Inspected report) {
    Run run = locked.run();
    if (run.isRunning()
        && !run.hasSeen(InspectionSteps.FACTS_REPORTED)
        && runs.isOfTheServer(locked, report.signedBy())) {
      inspections.findByRun(run.id()).orElseThrow().found(report.facts());
      servers.measured(run.serverId(), report.facts().serial(), sizes(report));
      runs.saw(locked, InspectionSteps.FACTS_REPORTED);
    }
  }

  /** What the server could do from its port; the first report of a running inspection counts. */
  public void probed(LockedRun locked, PortProbed report) {
    Run run = locked.run();
    if (run.isRunning()
        && !run.hasSeen(InspectionSteps.PORT_PROBED)
        && runs.isOfTheServer(locked, report.signedBy())) {
      inspections.findByRun(run.id()).orElseThrow().probed(report.probe());
      runs.saw(locked, InspectionSteps.PORT_PROBED);
    }
  }

  /** A name that two disks have tells nothing. */
  private static Map<String, Long> sizes(Inspected report) {
    Map<String, Long> sizes = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (HardwareFacts.Disk disk : report.facts().disks()) {
      if (sizes.put(disk.id(), disk.sizeBytes()) != null) {
        twice.add(disk.id());
      }
    }
    sizes.keySet().removeAll(twice);
    return sizes;
  }
}
