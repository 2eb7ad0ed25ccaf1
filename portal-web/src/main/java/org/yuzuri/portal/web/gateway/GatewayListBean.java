package org.yuzuri.portal.web.gateway;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.Invitation;
import org.yuzuri.portal.site.GatewayService;
import org.yuzuri.portal.site.GatewayView;

/** The tenant's gateways, and a new token for a daemon that has to be installed again. */
@Named
@ViewScoped
public class GatewayListBean implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject GatewayService service;

  private transient List<GatewayView> gateways;
  private transient @Nullable Invitation invitation;

  @PostConstruct
  void load() {
    gateways = service.list();
  }

  public void inviteAgain(long gatewayId) {
    invitation = service.inviteAgain(gatewayId);
    load();
  }

  public List<GatewayView> getGateways() {
    return gateways;
  }

  /** Only in the answer to the request that made it. */
  public @Nullable Invitation getInvitation() {
    return invitation;
  }
}
