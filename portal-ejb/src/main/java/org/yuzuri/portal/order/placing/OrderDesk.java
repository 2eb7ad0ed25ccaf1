package org.yuzuri.portal.order.placing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.image.store.Images;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.offer.OfferView;
import org.yuzuri.portal.offer.Offers;
import org.yuzuri.portal.order.Order;
import org.yuzuri.portal.order.OrderRequest;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.settings.SettingsVersionView;
import org.yuzuri.portal.settings.SettingsVersions;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.portal.site.BootNetworks;
import org.yuzuri.portal.site.gateway.GatewayView;
import org.yuzuri.portal.site.gateway.Gateways;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.plan.InstallPlan;
import org.yuzuri.settings.release.Release;
import org.yuzuri.wire.value.Sha256;

/** Gathers what a request is judged by: the offer, the image, the gateway and the merged plan. */
@Dependent
class OrderDesk {

  private static final String NAMES =
      "select f.name as offer, i.name as image, s.id as kit, s.name as settings,"
          + " v.number as edition, g.name as gateway from PurchaseOrder o"
          + " join Offer f on f.id = o.offerId"
          + " join SettingsVersion v on v.id = o.settingsVersionId"
          + " join InstallSettings s on s.id = v.settingsId"
          + " join Gateway g on g.id = o.gatewayId"
          + " left join BootImage i on i.id = o.imageId where o.id = :order";

  private final Offers offers;
  private final Images images;
  private final Gateways gateways;
  private final SettingsVersions settings;
  private final BootNetworks networks;
  private final Servers servers;
  private final Restraints restraints;
  private final CurrentSubject subject;

  @PersistenceContext EntityManager em;

  @Inject
  OrderDesk(
      Offers offers,
      Images images,
      Gateways gateways,
      SettingsVersions settings,
      BootNetworks networks,
      Servers servers,
      Restraints restraints,
      CurrentSubject subject) {
    this.offers = offers;
    this.images = images;
    this.gateways = gateways;
    this.settings = settings;
    this.networks = networks;
    this.servers = servers;
    this.restraints = restraints;
    this.subject = subject;
  }

  /** The offer; one that is withdrawn or not for the subject answers as a missing one. */
  OfferView offer(OrderRequest request) {
    return offers.offer(request.offerId());
  }

  /** What the rules look at, with one of the offer's servers as the example. */
  Ground ground(OrderRequest request) {
    GatewayView gateway = gateways.gateway(request.gatewayId());
    Optional<Server> example = anyFree(request);
    Optional<InstallPlan> plan = example.map(server -> plan(request, server, 1, gateway));
    return new Ground(
        request,
        servers.countFree(request.offerId()),
        images.image(request.imageId()),
        gateway,
        example.map(Server::id).orElse(0L),
        plan,
        plan.map(InstallPlan::findings).orElseGet(() -> findings(request)),
        restraints.of(subject.tenantId(), request));
  }

  /**
   * The newest of what the request names, as a review shows it.
   *
   * @param serverId the server of the offer that the plan is made for; 0 for any that is free
   */
  ReviewedOrder asOfNow(OrderRequest request, long serverId) {
    OfferView offer = offer(request);
    GatewayView gateway = gateways.gateway(request.gatewayId());
    SettingsVersionView newest = settings.newest(request.settingsVersionId());
    if (request.options().pinned()) {
      newest = settings.version(request.settingsVersionId());
    }
    Optional<Server> example =
        serverId == 0 ? anyFree(request) : servers.ofOffer(serverId, request.offerId());
    String plan = example.map(server -> plan(request, server, 1, gateway).text()).orElse("");
    return new ReviewedOrder(
        newest.id(),
        newest.number(),
        offer.price(),
        offer.identityByPort(),
        ReviewedOrder.hashOf(images.image(request.imageId())),
        ReviewedOrder.hashOf(gateway),
        example.map(Server::id).orElse(0L),
        Sha256.ofText(plan).hex());
  }

  private Optional<Server> anyFree(OrderRequest request) {
    return servers.listFree(request.offerId(), 1).stream().findFirst();
  }

  /** What can be said about the settings without a server. */
  private List<Finding> findings(OrderRequest request) {
    return settings.check(request.settingsVersionId());
  }

  /** Whether the tenant has its settings judged strictly. */
  boolean isStrict(OrderRequest request) {
    return settings.version(request.settingsVersionId()).strict();
  }

  /** The tenant's settings as they were saved. */
  String ownText(OrderRequest request) {
    return settings.text(request.settingsVersionId());
  }

  /**
   * The merged plan for one server.
   *
   * @param number of the server in the order, from 1
   */
  InstallPlan plan(OrderRequest request, Server server, int number, GatewayView gateway) {
    BootNetwork network = networks.of(server.agentId());
    return settings.plan(
        request.settingsVersionId(),
        ServerFacts.of(
            server,
            request.options().hostNames().name(number, server.name()),
            network,
            gateway.range(),
            release(request)));
  }

  /** What was ordered, by name. */
  OrderedThings ordered(Order order, List<Lease> leases) {
    Tuple names =
        em.createQuery(NAMES, Tuple.class).setParameter("order", order.id()).getSingleResult();
    Lease first = leases.get(0);
    Price all = first.price().times(leases.size());
    Instant begin = first.handedOverAt() == null ? order.placedAt() : first.handedOverAt();
    return new OrderedThings(
        order.id(),
        names.get("offer", String.class),
        order.imageId(),
        imageName(order, names.get("image", String.class)),
        names.get("kit", Long.class),
        names.get("settings", String.class),
        order.settingsVersionId(),
        names.get("edition", Integer.class),
        names.get("gateway", String.class),
        leases.size(),
        order.period(),
        all,
        order.period().cost(all, begin).orElse(null));
  }

  /** A ready-made image is no row of the tenant's. */
  private String imageName(Order order, @Nullable String own) {
    return own == null ? images.image(order.imageId()).name() : own;
  }

  /** What of an order can still be chosen. */
  OrderAgain again(Order order) {
    return new OrderAgain(
        order.id(),
        still(() -> offers.offer(order.offerId()).id()),
        still(() -> images.image(order.imageId()).id()),
        still(() -> settings.newest(order.settingsVersionId()).settingsId()),
        still(() -> gateways.gateway(order.gatewayId()).id()),
        order.serverCount(),
        order.period(),
        order.labels(),
        order.hostNames());
  }

  private static long still(Supplier<Long> thing) {
    try {
      return thing.get();
    } catch (ProblemException gone) {
      if (gone.code() != CommonProblem.NOT_FOUND) {
        throw gone;
      }
      return 0;
    }
  }

  /** The installer that the settings are for. */
  Release release(OrderRequest request) {
    return Release.of(settings.version(request.settingsVersionId()).release());
  }
}
