package org.yuzuri.portal.inspection;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.Runs;
import org.yuzuri.portal.server.ServerEvent;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.wire.value.Fence;

/** Begins inspections. Transaction: the caller's. */
@Dependent
public class Inspections {

  private final InspectionRepository inspections;
  private final Runs runs;
  private final Servers servers;

  /** Inspections kept here. */
  @Inject
  public Inspections(InspectionRepository inspections, Runs runs, Servers servers) {
    this.inspections = inspections;
    this.runs = runs;
    this.servers = servers;
  }

  /** Begins one; commands of the hold before it lose their fence. */
  public void begin(long serverId, Cause cause) {
    begin(serverId, ServerEvent.INSPECT, cause);
  }

  /** Begins one that admits its server when everything is as it should be. */
  public void admit(long serverId, Cause cause) {
    begin(serverId, ServerEvent.ADMIT, cause);
  }

  private void begin(long serverId, ServerEvent event, Cause cause) {
    servers.happened(serverId, event, cause);
    Fence fence = servers.fenceAnew(serverId, 0);
    Run run = runs.begin(new Run(Inspection.KIND, fence, InspectionStep.names(), cause));
    inspections.add(new Inspection(run, event == ServerEvent.ADMIT));
  }
}
