package org.yuzuri.portal.web.gateway;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.agent.Presence;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.site.gateway.GatewayRow;
import org.yuzuri.portal.site.gateway.GatewayService;
import org.yuzuri.portal.web.ui.ListBean;

/** The tenant's gateways. */
@Named
@ViewScoped
public class GatewayListBean extends ListBean<GatewayRow, AgentState> {

  private static final long serialVersionUID = 1L;

  @Inject GatewayService service;
  @Inject Clock clock;

  /** An empty list, until it is loaded. */
  public GatewayListBean() {
    super(AgentState.class);
  }

  @Override
  protected Page<GatewayRow> page(ListFilter<AgentState> filter, PageRequest request) {
    return service.list(filter, request);
  }

  public Presence presence(GatewayRow gateway) {
    return gateway.presence(clock.instant());
  }
}
