package org.yuzuri.portal.world;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.agent.Invitation;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.report.ReportService;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.offer.OfferEntry;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.order.OrderRequest;
import org.yuzuri.portal.order.placing.OrderService;
import org.yuzuri.portal.pki.ServerKey;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.run.timer.RunService;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.portal.server.entry.ServerEntry;
import org.yuzuri.portal.settings.SettingsDraft;
import org.yuzuri.portal.settings.SettingsService;
import org.yuzuri.portal.settings.SettingsVersionView;
import org.yuzuri.portal.settings.SettingsVersions;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.portal.site.BootNetworkService;
import org.yuzuri.portal.site.gateway.GatewayDraft;
import org.yuzuri.portal.site.gateway.GatewayService;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.port.ServerPort;
import org.yuzuri.wire.report.KeySeen;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Secret;
import org.yuzuri.wire.value.Sha256;

/** A site with one server, one tenant with its gateway, image and settings, in the database. */
public final class CircleSite {

  /** What an order's settings say. */
  static final String TEXT =
      """
      url --url=http://10.30.0.10/debian
      clearpart --all
      autopart
      rootpw --lock
      reboot
      %packages
      %end
      """;

  final PortalDatabase database = PortalDatabase.shared();
  final long tenant;
  final ReportingAgent lender;
  final ReportingAgent gateway;
  final long serverId;
  final OrderRequest request;
  private final Set<Long> lenders = new HashSet<>();

  public CircleSite() {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    tenant = database.newTenant("Circle");
    long agentId =
        portal(b -> b.get(AgentService.class).inviteLenderAgent("site " + mark)).agentId();
    lender = new ReportingAgent(agentId, DaemonKind.LENDER_AGENT, 1, "site");
    lenders.add(agentId);
    Invitation invited =
        member(
            b ->
                b.get(GatewayService.class)
                    .add(
                        new GatewayDraft(
                            "G", "203.0.113.10", "10.30.0.0/16", "10.30.1.0/24", 22, null, null)));
    gateway = new ReportingAgent(invited.agentId(), DaemonKind.TENANT_GATEWAY, tenant, "G");
    portal(b -> enrol(b, agentId, invited.agentId()));
    portal(b -> network(b, agentId));
    long offerId = portal(b -> offer(b, mark));
    serverId = portal(b -> server(b, offerId, agentId, mark));
    portal(
        b -> {
          b.get(ServerService.class).admitWithoutRun(serverId, "it is a test's");
          return true;
        });
    long settings = member(b -> settings(b));
    long image = portal(b -> image(b, mark));
    long gatewayId = member(b -> b.get(GatewayService.class).list().get(0).id());
    request = new OrderRequest(offerId, image, settings, gatewayId, 1, LeasePeriod.of(24));
  }

  /** Another server, which nobody has admitted. */
  public long newServer() {
    CircleSite next = new CircleSite();
    lenders.add(next.lender.id());
    return next.serverId;
  }

  public <T> T portal(Function<Portal, T> work) {
    return database.asPortal(work);
  }

  /** The server of this hold shows a key on its console, which is returned. */
  Sha256 showsKey(Fence fence) {
    Sha256 key = ServerKey.fresh().fingerprint();
    portal(
        b -> {
          KeySeen seen = new KeySeen(UUID.randomUUID(), database.clock().instant(), fence, key);
          b.get(ReportService.class).accept(lender, seen);
          return true;
        });
    return key;
  }

  <T> T member(Function<Portal, T> work) {
    return database.as(tenant, Role.TENANT_ADMIN, work);
  }

  /** The same request with other settings, which are saved. */
  OrderRequest withSettings(SettingsDraft draft) {
    return withSettings(draft, "other, " + (draft.strict() ? "strict" : "lenient"));
  }

  /** The same, under a name that no other settings of the tenant have. */
  OrderRequest withSettings(SettingsDraft draft, String name) {
    long version = member(b -> b.get(SettingsService.class).add(name, draft).newestVersionId());
    return new OrderRequest(
        request.offerId(),
        request.imageId(),
        version,
        request.gatewayId(),
        request.servers(),
        request.period());
  }

  /** The tenant. */
  public long tenant() {
    return tenant;
  }

  /** An order of its member, placed; nothing is done for it yet. */
  public long order() {
    return member(this::place);
  }

  /** Reviews and places the order, as a member does on the page. */
  long place(Portal b) {
    OrderService orders = b.get(OrderService.class);
    return orders.place(request, orders.review(request).reviewed());
  }

  /** As somebody does in another tab. */
  int saveSettingsAgain(Portal b) {
    SettingsService settings = b.get(SettingsService.class);
    SettingsVersionView version =
        b.get(SettingsVersions.class).version(request.settingsVersionId());
    String text = settings.text(version.id()) + "# again\n";
    return settings
        .save(version.settingsId(), version.number(), new SettingsDraft(version.release(), text))
        .newestNumber();
  }

  /** As somebody does in another tab. */
  long removeSettings(Portal b) {
    long id = b.get(SettingsVersions.class).version(request.settingsVersionId()).settingsId();
    b.get(SettingsService.class).remove(id);
    return id;
  }

  /** As a wipe ends that the daemons carried out: no lease of the order is left. */
  int takeBack(Portal b, long order) {
    EntityManager em = b.get(EntityManager.class);
    em.createNativeQuery(
            "delete from held_address where lease_id in (select id from lease where order_id = ?)")
        .setParameter(1, order)
        .executeUpdate();
    return em.createNativeQuery(
            "update lease set state = 'CANCELLED', active_server_id = null where order_id = ?")
        .setParameter(1, order)
        .executeUpdate();
  }

  /** Lets the timers do everything that is due of this site's; other tests left theirs undone. */
  void tick() {
    Set<Long> own = Set.copyOf(portal(this::runs));
    for (long id : portal(b -> b.get(RunService.class).listDue(Integer.MAX_VALUE))) {
      if (own.contains(id)) {
        portal(
            b -> {
              b.get(RunService.class).advance(id);
              return true;
            });
      }
    }
  }

  private List<Long> runs(Portal b) {
    return b.get(EntityManager.class)
        .createQuery(
            "select r.id from Run r, Server s where s.id = r.serverId and s.agentId in :lenders",
            Long.class)
        .setParameter("lenders", lenders)
        .getResultList();
  }

  private int enrol(Portal b, long... agents) {
    int changed = 0;
    for (long agent : agents) {
      changed +=
          b.get(EntityManager.class)
              .createNativeQuery(
                  "update agent set state = 'ENROLLED', certificate_not_after = ?, fingerprint = ?"
                      + " where id = ?")
              .setParameter(1, database.clock().instant().plus(Duration.ofDays(90)))
              .setParameter(2, (agent + "f".repeat(64)).substring(0, 64))
              .setParameter(3, agent)
              .executeUpdate();
    }
    return changed + heard(b);
  }

  int heard(Portal b) {
    return b.get(EntityManager.class)
        .createNativeQuery("update agent set last_contact = ?")
        .setParameter(1, database.clock().instant())
        .executeUpdate();
  }

  private static boolean network(Portal b, long agentId) {
    b.get(BootNetworkService.class)
        .define(
            BootNetworkService.NONE,
            new BootNetwork(
                agentId, "10.66.0.0/24", "10.66.0.1", "10.66.0.17", "10.66.0.200", List.of()));
    return true;
  }

  private static long offer(Portal b, String mark) {
    return b.get(OfferService.class)
        .add(new OfferEntry("Small " + mark, "", 2, 2048, 8, BigDecimal.TEN, "JPY", Set.of()));
  }

  private static long server(Portal b, long offerId, long agentId, String mark) {
    String digits = mark.substring(0, 2) + ":" + mark.substring(2, 4) + ":" + mark.substring(4, 6);
    return b.get(ServerService.class)
        .add(
            new ServerEntry(
                offerId,
                agentId,
                "lent-" + mark,
                MacAddress.of("52:54:00:" + digits),
                Ipv4Prefix.of("10.66.0.17/24"),
                BootMode.BIOS,
                "ttyS0",
                Identity.CONSOLE,
                2,
                2048,
                new BmcAccess(
                    BmcKind.IPMI, BmcAddress.of("127.0.0.1:9611"), "admin", new Secret("secret")),
                ServerPort.EXTERNAL,
                List.of(new ServerDisk("virtio-a", "/dev/vda", 8))));
  }

  private static long settings(Portal b) {
    return b.get(SettingsService.class)
        .add("S", new SettingsDraft("KICKSTART_INSTALLER", TEXT))
        .newestVersionId();
  }

  private long image(Portal b, String mark) {
    EntityManager em = b.get(EntityManager.class);
    em.createNativeQuery(
            "insert into boot_image (version, tenant_id, name, kernel_arguments, state, created_at)"
                + " values (0, ?, ?, 'quiet', 'READY', ?)")
        .setParameter(1, tenant)
        .setParameter(2, mark)
        .setParameter(3, database.clock().instant())
        .executeUpdate();
    long id =
        ((Number) em.createNativeQuery("select last_insert_id()").getSingleResult()).longValue();
    for (String role : List.of("KERNEL", "INITRD")) {
      em.createNativeQuery(
              "insert into boot_image_file (tenant_id, image_id, role, position, file_name, sha256,"
                  + " size_bytes, uploaded_at) values (?, ?, ?, 0, 'f', ?, 1000, ?)")
          .setParameter(1, tenant)
          .setParameter(2, id)
          .setParameter(3, role)
          .setParameter(4, "a".repeat(64))
          .setParameter(5, database.clock().instant())
          .executeUpdate();
    }
    return id;
  }
}
