package org.yuzuri.wire.call;

import java.util.List;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.value.Checks;

/** Reports of one daemon, oldest first. */
public record ReportBatch(List<AgentReport> reports) {

  public ReportBatch {
    reports = List.copyOf(Checks.present(reports, "reports"));
  }
}
