package org.yuzuri.portal.web.daemon;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.command.CommandView;
import org.yuzuri.portal.agent.report.FlaggedReport;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.web.ui.Chosen;

/** One daemon: what was asked of it, and what it said that could not be taken. */
@Named
@RequestScoped
public class DaemonDetailBean {

  private static final int SHOWN = 50;

  @Inject Chosen chosen;
  @Inject AgentService service;

  private AgentView daemon;
  private List<CommandView> commands;
  private List<FlaggedReport> reports;

  @PostConstruct
  void load() {
    long id = chosen.getId();
    daemon = service.view(id);
    commands = service.listCommands(id, SHOWN);
    reports = service.listFlaggedReports(id, SHOWN);
  }

  public AgentView getDaemon() {
    return daemon;
  }

  /** The newest commands, newest first. */
  public List<CommandView> getCommands() {
    return commands;
  }

  /** The newest reports that were not used, newest first. */
  public List<FlaggedReport> getReports() {
    return reports;
  }
}
