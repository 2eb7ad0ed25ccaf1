package org.yuzuri.portal.web.daemon;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.AgentService;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.Invitation;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** All daemons with their state; invites and revokes. */
@Named
@RequestScoped
public class DaemonListBean {

  @Inject AgentService service;
  @Inject Messages messages;

  private List<AgentView> agents = List.of();
  private String name = "";
  private @Nullable Invitation invitation;

  @PostConstruct
  void load() {
    agents = service.list();
  }

  public void invite() {
    invitation = service.inviteLenderAgent(name);
    name = "";
    load();
  }

  public void inviteAgain(long agentId) {
    invitation = service.inviteAgain(agentId);
    load();
  }

  public void revoke(AgentView agent) {
    service.revoke(agent.id());
    messages.done("daemon.revoked", agent.name());
    load();
  }

  public List<AgentView> getAgents() {
    return agents;
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
