package org.yuzuri.portal.report;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.command.ReportedCommand;
import org.yuzuri.portal.agent.report.ReportListener;
import org.yuzuri.portal.inspection.Inspection;
import org.yuzuri.portal.inspection.InspectionReports;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.reconciliation.Testimony;
import org.yuzuri.portal.run.LockedRun;
import org.yuzuri.portal.run.RunReports;
import org.yuzuri.portal.transfer.StepName;
import org.yuzuri.portal.transfer.Transfer;
import org.yuzuri.portal.transfer.boot.TransferReports;
import org.yuzuri.portal.usage.traffic.Traffic;
import org.yuzuri.portal.wipe.Wipe;
import org.yuzuri.portal.wipe.step.WipeReports;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BootFetched;
import org.yuzuri.wire.report.CommandReport;
import org.yuzuri.wire.report.DaemonStatus;
import org.yuzuri.wire.report.Erased;
import org.yuzuri.wire.report.Inspected;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.report.KeySeen;
import org.yuzuri.wire.report.Known;
import org.yuzuri.wire.report.PortProbed;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.report.TrafficCounted;
import org.yuzuri.wire.report.TunnelDown;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Sha256;

/**
 * Routes each report to the one feature that hears it, together with the run that it is about. Only
 * here is it judged whose reports are believed: a feature is never told of a run that the daemon
 * does not serve. A visitor, so that a new report does not compile until it is said here who hears
 * it.
 */
@Dependent
public class ReportDispatcher implements ReportListener {

  /** Beats and logs in a server's name, which every kind of run has. */
  private static final Set<TokenMisuse> FORGERIES =
      Set.of(TokenMisuse.NOT_SIGNED, TokenMisuse.SIGNED_BY_ANOTHER_KEY, TokenMisuse.OUT_OF_ORDER);

  /** Answers in the agent's name, which decide what a server boots. */
  private static final Set<TokenMisuse> DISTURBANCES =
      Set.of(TokenMisuse.FOREIGN_DHCP_ANSWER, TokenMisuse.AGENT_ADDRESS_CLAIMED);

  private final RunReports runs;
  private final TransferReports transfers;
  private final WipeReports wipes;
  private final InspectionReports inspections;
  private final Testimony testimony;
  private final Traffic traffic;

  /** Routes to these. */
  @Inject
  public ReportDispatcher(
      RunReports runs,
      TransferReports transfers,
      WipeReports wipes,
      InspectionReports inspections,
      Testimony testimony,
      Traffic traffic) {
    this.runs = runs;
    this.transfers = transfers;
    this.wipes = wipes;
    this.inspections = inspections;
    this.testimony = testimony;
    this.traffic = traffic;
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
      runs.fetched(run(DaemonKind.LENDER_AGENT, report.fence()), report);
      return null;
    }

    @Override
    public Void keySeen(KeySeen report) {
      LockedRun locked = run(DaemonKind.LENDER_AGENT, report.fence());
      if (!runs.keySeen(locked, report)) {
        transfers.otherKeySeen(locked, report);
      }
      return null;
    }

    @Override
    public Void beat(Beat report) {
      LockedRun locked = run(DaemonKind.LENDER_AGENT, report.fence());
      if (isToldByTheServer(locked, report.signedBy())) {
        runs.beat(locked, report);
      }
      return null;
    }

    @Override
    public Void installerLog(InstallerLog report) {
      LockedRun locked = run(DaemonKind.LENDER_AGENT, report.fence());
      if (isToldByTheServer(locked, report.signedBy())) {
        transfers.log(locked, report);
      }
      return null;
    }

    @Override
    public Void erased(Erased report) {
      wipes.erased(run(DaemonKind.LENDER_AGENT, report.fence(), Wipe.KIND), report);
      return null;
    }

    @Override
    public Void tokenProblem(TokenProblem report) {
      if (report.fence() == null) {
        throw missing(null);
      }
      LockedRun locked = run(DaemonKind.LENDER_AGENT, report.fence());
      boolean transfer = locked.run().kind().equals(Transfer.KIND);
      if (transfer) {
        transfers.problem(locked, report);
      }
      if (DISTURBANCES.contains(report.what())) {
        runs.disturbed(locked, report);
      } else if (transfer) {
        return null;
      } else if (FORGERIES.contains(report.what())) {
        runs.forged(locked, report);
      } else {
        throw missing(report.fence());
      }
      return null;
    }

    @Override
    public Void tunnelUp(TunnelUp report) {
      transfers.tunnelUp(run(DaemonKind.TENANT_GATEWAY, report.fence(), Transfer.KIND), report);
      return null;
    }

    @Override
    public Void tunnelDown(TunnelDown report) {
      transfers.tunnelDown(run(DaemonKind.TENANT_GATEWAY, report.fence(), Transfer.KIND), report);
      return null;
    }

    @Override
    public Void trafficCounted(TrafficCounted report) {
      LockedRun locked = run(DaemonKind.LENDER_AGENT, report.fence(), Transfer.KIND);
      Instant installedAt = locked.run().begunAt(StepName.REBOOT.name()).orElse(null);
      traffic.counted(locked.ownLease(), report, installedAt);
      return null;
    }

    @Override
    public Void inspected(Inspected report) {
      inspections.inspected(run(DaemonKind.LENDER_AGENT, report.fence(), Inspection.KIND), report);
      return null;
    }

    @Override
    public Void portProbed(PortProbed report) {
      inspections.probed(run(DaemonKind.LENDER_AGENT, report.fence(), Inspection.KIND), report);
      return null;
    }

    /** What a daemon says of itself is kept with the daemon. */
    @Override
    public Void daemonStatus(DaemonStatus report) {
      return null;
    }

    @Override
    public Void known(Known report) {
      testimony.heard(from, report);
      return null;
    }

    @Override
    public Void commandReport(CommandReport report) {
      throw new IllegalStateException("a command's outcome comes with its command");
    }

    /** Whether the run's own server told it; what it did not is noted and not heard. */
    private boolean isToldByTheServer(LockedRun locked, @Nullable Sha256 signedBy) {
      boolean own = runs.isToldByTheServer(locked, signedBy);
      if (!own && runs.toldByAnother(locked, signedBy)) {
        transfers.toldByAnother(locked, signedBy);
      }
      return own;
    }

    /** As below, of one kind of run. */
    private LockedRun run(DaemonKind daemon, Fence fence, String kind) {
      LockedRun locked = run(daemon, fence);
      if (!locked.run().kind().equals(kind)) {
        throw missing(fence);
      }
      return locked;
    }

    /**
     * The run that a report is about, locked. Only one kind of daemon can know this; from the other
     * kind, and from one that does not serve the run, it is as if there were none.
     */
    private LockedRun run(DaemonKind daemon, Fence fence) {
      return Optional.of(from)
          .filter(agent -> agent.kind() == daemon)
          .flatMap(agent -> runs.findServedBy(agent, fence))
          .orElseThrow(() -> missing(fence));
    }

    private ProblemException missing(@Nullable Fence fence) {
      return ProblemException.notFound("lease", fence == null ? 0 : fence.leaseId());
    }
  }
}
