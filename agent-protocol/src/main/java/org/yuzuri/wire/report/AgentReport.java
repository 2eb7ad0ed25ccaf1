package org.yuzuri.wire.report;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;

/** Something that a daemon saw or did. Repeated until the portal has accepted it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface AgentReport
    permits CommandReport,
        BootFetched,
        KeySeen,
        Beat,
        InstallerLog,
        Erased,
        Inspected,
        PortProbed,
        TokenProblem,
        TunnelUp,
        TunnelDown,
        TrafficCounted,
        DaemonStatus,
        Known {

  /** Made by the daemon; a report with an id seen before is the same report. */
  UUID reportId();

  /** When it happened, by the daemon's clock. */
  Instant at();

  <R> R accept(Visitor<R> visitor);

  /** One method for each report. */
  interface Visitor<R> {
    R commandReport(CommandReport report);

    R bootFetched(BootFetched report);

    R keySeen(KeySeen report);

    R beat(Beat report);

    R installerLog(InstallerLog report);

    R erased(Erased report);

    R inspected(Inspected report);

    R portProbed(PortProbed report);

    R tokenProblem(TokenProblem report);

    R tunnelUp(TunnelUp report);

    R tunnelDown(TunnelDown report);

    R trafficCounted(TrafficCounted report);

    R daemonStatus(DaemonStatus report);

    R known(Known report);
  }

  /** Refuses a report without its common fields. */
  static void checkCommon(UUID reportId, Instant at) {
    Checks.present(reportId, "reportId");
    Checks.present(at, "at");
  }
}
