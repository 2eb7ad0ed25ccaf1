package org.yuzuri.portal.web.gateway;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.Invitation;
import org.yuzuri.portal.lease.view.GatewayTunnel;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.site.gateway.GatewayDetails;
import org.yuzuri.portal.site.gateway.GatewayService;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;

/** One gateway; gives its daemon a new token, and removes it. Loaded once a request. */
@Named
@RequestScoped
public class GatewayDetailBean {

  @Inject Chosen chosen;
  @Inject GatewayService service;
  @Inject LeaseService leases;
  @Inject Messages messages;

  private GatewayDetails details;
  private List<GatewayTunnel> servers;
  private @Nullable Invitation invitation;

  @PostConstruct
  void load() {
    details = service.details(chosen.getId());
    servers = leases.ofGateway(chosen.getId());
  }

  public void inviteAgain() {
    invitation = service.inviteAgain(chosen.getId());
    messages.done("agent.invited");
  }

  public String remove() {
    service.remove(chosen.getId());
    messages.done("gateway.removed", details.gateway().name());
    return "/gateway/list.xhtml?faces-redirect=true";
  }

  public GatewayDetails getDetails() {
    return details;
  }

  /** That use it, by name. */
  public List<GatewayTunnel> getServers() {
    return servers;
  }

  /** How many of their tunnels are up. */
  public long getUp() {
    return servers.stream().filter(GatewayTunnel::isUp).count();
  }

  /** Only in the answer to the request that made it. */
  public @Nullable Invitation getInvitation() {
    return invitation;
  }
}
