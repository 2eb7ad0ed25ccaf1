package org.yuzuri.portal.agent;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.yuzuri.wire.report.AgentReport;

/**
 * Every feature that listens, found once: asking the container for each report would keep a new
 * instance of each dependent bean for ever.
 */
@ApplicationScoped
class ReportListeners {

  @Inject @Any Instance<ReportListener> found;

  private List<ReportListener> listeners = List.of();

  @PostConstruct
  void find() {
    listeners = found.stream().toList();
  }

  void reported(ReportingAgent from, AgentReport report) {
    listeners.forEach(listener -> listener.reported(from, report));
  }

  void commandReported(ReportingAgent from, ReportedCommand command) {
    listeners.forEach(listener -> listener.commandReported(from, command));
  }
}
