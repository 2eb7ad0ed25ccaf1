package org.yuzuri.portal.order;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.image.Images;
import org.yuzuri.portal.offer.OfferView;
import org.yuzuri.portal.offer.Offers;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.settings.SettingsVersions;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.portal.site.BootNetworks;
import org.yuzuri.portal.site.GatewayView;
import org.yuzuri.portal.site.Gateways;
import org.yuzuri.settings.Finding;
import org.yuzuri.settings.InstallPlan;
import org.yuzuri.settings.Release;

/** Gathers what a request is judged by: the offer, the image, the gateway and the merged plan. */
@Dependent
class OrderDesk {

  private final Offers offers;
  private final Images images;
  private final Gateways gateways;
  private final SettingsVersions settings;
  private final BootNetworks networks;
  private final Servers servers;

  @Inject
  OrderDesk(
      Offers offers,
      Images images,
      Gateways gateways,
      SettingsVersions settings,
      BootNetworks networks,
      Servers servers) {
    this.offers = offers;
    this.images = images;
    this.gateways = gateways;
    this.settings = settings;
    this.networks = networks;
    this.servers = servers;
  }

  /** The offer; one that is withdrawn or not for the subject answers as a missing one. */
  OfferView offer(OrderRequest request) {
    return offers.offer(request.offerId());
  }

  /** What the rules look at, with one of the offer's servers as the example. */
  Ground ground(OrderRequest request) {
    GatewayView gateway = gateways.gateway(request.gatewayId());
    Optional<InstallPlan> plan =
        servers.listFree(request.offerId(), 1).stream()
            .findFirst()
            .map(server -> plan(request, server, gateway));
    return new Ground(
        request,
        servers.countFree(request.offerId()),
        images.image(request.imageId()),
        gateway,
        plan,
        plan.map(InstallPlan::findings).orElseGet(() -> findings(request)));
  }

  /** What can be said about the settings without a server. */
  private List<Finding> findings(OrderRequest request) {
    return settings.check(request.settingsVersionId());
  }

  /** The tenant's settings as they were saved. */
  String ownText(OrderRequest request) {
    return settings.text(request.settingsVersionId());
  }

  /** The merged plan for one server. */
  InstallPlan plan(OrderRequest request, Server server, GatewayView gateway) {
    BootNetwork network = networks.of(server.agentId());
    return settings.plan(
        request.settingsVersionId(),
        ServerFacts.of(server, network, gateway.range(), release(request)));
  }

  /** The installer that the settings are for. */
  Release release(OrderRequest request) {
    return Release.of(settings.version(request.settingsVersionId()).release());
  }
}
