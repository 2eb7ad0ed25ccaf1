package org.yuzuri.portal.demo.history;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.image.BootImageView;
import org.yuzuri.portal.image.store.ImageService;
import org.yuzuri.portal.settings.SettingsService;
import org.yuzuri.portal.settings.SettingsView;
import org.yuzuri.portal.site.gateway.GatewayService;
import org.yuzuri.portal.site.gateway.GatewayView;

/** Finds who could have had servers, and has half a year made up for them. */
@Dependent
public class HistoryFiller {

  private static final int MOST_TENANTS = 2;
  private static final Logger log = LoggerFactory.getLogger(HistoryFiller.class);

  private final HistoryService history;
  private final AgentService agents;
  private final ImageService images;
  private final SettingsService settings;
  private final GatewayService gateways;
  private final HistoryBilling billing;

  @Inject
  HistoryFiller(
      HistoryService history,
      AgentService agents,
      ImageService images,
      SettingsService settings,
      GatewayService gateways,
      HistoryBilling billing) {
    this.history = history;
    this.agents = agents;
    this.images = images;
    this.settings = settings;
    this.gateways = gateways;
    this.billing = billing;
  }

  /** Whether there is one, made now or at an earlier start. */
  public boolean isThere() {
    return history.isThere();
  }

  /** Fills, unless it was filled. */
  public void fill() {
    List<Long> sites = agents.listLenderAgents().stream().map(AgentView::id).toList();
    List<Long> ready = images.list().stream().map(BootImageView::id).toList();
    List<HistoryService.Customer> customers = new ArrayList<>();
    for (GatewayView gateway : gateways.list()) {
      for (SettingsView own : settings.list()) {
        if (own.tenantId() == gateway.tenantId()
            && !ready.isEmpty()
            && customers.size() < MOST_TENANTS
            && customers.stream().noneMatch(known -> known.tenantId() == own.tenantId())) {
          customers.add(
              new HistoryService.Customer(
                  own.tenantId(),
                  ready.get(0),
                  own.newestVersionId(),
                  gateway.id(),
                  customers.size()));
        }
      }
    }
    if (sites.isEmpty() || customers.isEmpty()) {
      log.warn("no history: a lender agent, an image, a gateway and settings are needed");
    } else {
      history.fill(sites.get(0), customers);
      billing.bill();
    }
  }
}
