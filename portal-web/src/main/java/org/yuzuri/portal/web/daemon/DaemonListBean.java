package org.yuzuri.portal.web.daemon;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.agent.Invitation;
import org.yuzuri.portal.agent.Presence;
import org.yuzuri.portal.agent.view.AgentRow;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.web.ui.ListBean;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** All daemons with their presence; invites and revokes. */
@Named
@ViewScoped
public class DaemonListBean extends ListBean<AgentRow, AgentState> {

  private static final long serialVersionUID = 1L;

  @Inject AgentService service;
  @Inject Messages messages;
  @Inject Clock clock;

  private String name = "";
  private transient @Nullable Invitation invitation;

  /** An empty list, until it is loaded. */
  public DaemonListBean() {
    super(AgentState.class);
  }

  @Override
  protected Page<AgentRow> page(ListFilter<AgentState> filter, PageRequest request) {
    return service.list(filter, request);
  }

  public void invite() {
    invitation = service.inviteLenderAgent(name);
    messages.done("agent.invited");
    name = "";
    load();
  }

  public void inviteAgain(long agentId) {
    invitation = service.inviteAgain(agentId);
    messages.done("agent.invited");
    load();
  }

  public void revoke(AgentRow agent) {
    service.revoke(agent.id());
    messages.done("daemon.revoked", agent.name());
    load();
  }

  public Presence presence(AgentRow agent) {
    return agent.presence(clock.instant());
  }

  public boolean renewalLate(AgentRow agent) {
    return agent.isRenewalLate(clock.instant());
  }

  public @Nullable Invitation getInvitation() {
    return invitation;
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = Typed.text(name);
  }
}
