package org.yuzuri.portal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.command.ReportedCommand;
import org.yuzuri.portal.agent.report.ReportListener;
import org.yuzuri.portal.inspection.InspectionReports;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.run.RunReports;
import org.yuzuri.portal.transfer.step.TransferReports;
import org.yuzuri.portal.wipe.step.WipeReports;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BootFetched;
import org.yuzuri.wire.report.CommandReport;
import org.yuzuri.wire.report.DaemonStatus;
import org.yuzuri.wire.report.Erased;
import org.yuzuri.wire.report.Inspected;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.report.TunnelDown;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Fence;

/**
 * Routes each report to the one feature that hears it. A visitor, so that a new report does not
 * compile until it is said here who does.
 */
@ApplicationScoped
public class ReportDispatcher implements ReportListener {

  private final RunReports runs;
  private final TransferReports transfers;
  private final WipeReports wipes;
  private final InspectionReports inspections;

  /** For the container's proxy, which never calls its own fields. */
  @NullUnmarked
  protected ReportDispatcher() {
    this(null, null, null, null);
  }

  /** Routes to these. */
  @Inject
  public ReportDispatcher(
      RunReports runs,
      TransferReports transfers,
      WipeReports wipes,
      InspectionReports inspections) {
    this.runs = runs;
    this.transfers = transfers;
    this.wipes = wipes;
    this.inspections = inspections;
  }

  @Override
  public void reported(ReportingAgent from, AgentReport report) {
    report.accept(new Route(from));
  }

  @Override
  public void commandReported(ReportingAgent from, ReportedCommand command) {
    runs.commandEnded(command);
  }

  /** The way of one daemon's report. */
  private final class Route implements AgentReport.Visitor<Void> {

    private final ReportingAgent from;

    Route(ReportingAgent from) {
      this.from = from;
    }

    @Override
    public Void bootFetched(BootFetched report) {
      runs.fetched(of(DaemonKind.LENDER_AGENT, report.fence()), report);
      return null;
    }

    @Override
    public Void beat(Beat report) {
      runs.beat(of(DaemonKind.LENDER_AGENT, report.fence()), report);
      return null;
    }

    @Override
    public Void installerLog(InstallerLog report) {
      transfers.log(of(DaemonKind.LENDER_AGENT, report.fence()), report);
      return null;
    }

    @Override
    public Void erased(Erased report) {
      wipes.erased(of(DaemonKind.LENDER_AGENT, report.fence()), report);
      return null;
    }

    @Override
    public Void tokenProblem(TokenProblem report) {
      if (report.fence() == null) {
        throw missing(null);
      }
      transfers.problem(of(DaemonKind.LENDER_AGENT, report.fence()), report.fence(), report);
      return null;
    }

    @Override
    public Void tunnelUp(TunnelUp report) {
      transfers.tunnelUp(of(DaemonKind.TENANT_GATEWAY, report.fence()), report);
      return null;
    }

    @Override
    public Void tunnelDown(TunnelDown report) {
      transfers.tunnelDown(of(DaemonKind.TENANT_GATEWAY, report.fence()), report);
      return null;
    }

    @Override
    public Void inspected(Inspected report) {
      inspections.inspected(of(DaemonKind.LENDER_AGENT, report.fence()), report);
      return null;
    }

    /** What a daemon says of itself is kept with the daemon. */
    @Override
    public Void daemonStatus(DaemonStatus report) {
      return null;
    }

    @Override
    public Void commandReport(CommandReport report) {
      throw new IllegalStateException("a command's outcome comes with its command");
    }

    /** Only one kind of daemon can know this; from the other it is as if there were no lease. */
    private ReportingAgent of(DaemonKind kind, Fence fence) {
      if (from.kind() != kind) {
        throw missing(fence);
      }
      return from;
    }

    private ProblemException missing(@Nullable Fence fence) {
      return ProblemException.notFound("lease", fence == null ? 0 : fence.leaseId());
    }
  }
}
