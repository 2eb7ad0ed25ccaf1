package org.yuzuri.portal.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.agent.AgentKind;
import org.yuzuri.portal.agent.AgentService;
import org.yuzuri.portal.agent.CommandQueue;
import org.yuzuri.portal.agent.ContactService;
import org.yuzuri.portal.agent.Invitation;
import org.yuzuri.portal.agent.ReportService;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.ServerRequests.CertificatePurpose;
import org.yuzuri.portal.lease.LeaseService;
import org.yuzuri.portal.lease.LeaseView;
import org.yuzuri.portal.network.BootNetworkService;
import org.yuzuri.portal.network.BootNetworkView;
import org.yuzuri.portal.network.GatewayDraft;
import org.yuzuri.portal.network.GatewayService;
import org.yuzuri.portal.offer.OfferEntry;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.pki.Requests;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.server.ServerDisk;
import org.yuzuri.portal.server.ServerEntry;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.settings.SettingsService;
import org.yuzuri.portal.transfer.BootRequests;
import org.yuzuri.portal.transfer.TransferService;
import org.yuzuri.portal.transfer.TransferView;
import org.yuzuri.portal.wipe.WipeRecordView;
import org.yuzuri.portal.wipe.WipeService;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BeatPhase;
import org.yuzuri.wire.report.CommandOutcome;
import org.yuzuri.wire.report.CommandReport;
import org.yuzuri.wire.report.DiskErasure;
import org.yuzuri.wire.report.Erased;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.value.BmcAccess;
import org.yuzuri.wire.value.BmcAddress;
import org.yuzuri.wire.value.BootMode;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.PowerState;
import org.yuzuri.wire.value.Secret;
import org.yuzuri.wire.value.TransferMode;
import org.yuzuri.wire.value.TunnelPurpose;

/** The whole circle on a real database: ordered, installed, handed over, returned, erased. */
class CircleIT {

  private final String csr = Requests.fresh();

  private final PortalDatabase database = PortalDatabase.shared();
  private long tenant;
  private ReportingAgent lender;
  private ReportingAgent gateway;
  private long serverId;
  private OrderRequest request;
  private EnsureBoot staged;
  private long beats;

  @BeforeEach
  void siteAndTenantAreThere() {
    String mark = UUID.randomUUID().toString().substring(0, 8);
    tenant = database.newTenant("Circle");
    long agentId =
        portal(b -> b.get(AgentService.class).inviteLenderAgent("site " + mark)).agentId();
    lender = new ReportingAgent(agentId, AgentKind.LENDER_AGENT, 1, "site");
    Invitation invited =
        member(
            b ->
                b.get(GatewayService.class)
                    .add(
                        new GatewayDraft(
                            "G", "203.0.113.10", "10.30.0.0/16", "10.30.1.0/24", 22, null, null)));
    gateway = new ReportingAgent(invited.agentId(), AgentKind.TENANT_GATEWAY, tenant, "G");
    portal(b -> enrol(b, agentId, invited.agentId()));
    portal(b -> network(b, agentId));
    long offerId = portal(b -> offer(b, mark));
    serverId = portal(b -> server(b, offerId, agentId, mark));
    portal(
        b -> {
          b.get(ServerService.class).decide(serverId, "ADMIT");
          return true;
        });
    long settings = member(b -> settings(b));
    long image = portal(b -> image(b, mark));
    long gatewayId = member(b -> b.get(GatewayService.class).list().get(0).id());
    request = new OrderRequest(offerId, image, settings, gatewayId, 1, Duration.ofDays(1));
  }

  @Test
  void orderedInstalledHandedOverReturnedAndErased() {
    OrderReview review = member(b -> b.get(OrderService.class).review(request));
    assertThat(review.refusals()).isEmpty();
    assertThat(review.plan()).isNotEmpty();

    long order = member(b -> b.get(OrderService.class).place(request));
    run();

    LeaseView lease = member(b -> b.get(LeaseService.class).ofOrder(order)).get(0);
    TransferView transfer =
        member(b -> b.get(TransferService.class).ofLease(lease.id())).orElseThrow();
    assertThat(transfer.steps()).extracting(TransferView.Step::state).containsOnly("SUCCEEDED");
    assertThat(lease.state()).isEqualTo("ACTIVE");
    assertThat(member(b -> b.get(OrderService.class).view(order)).state()).isEqualTo("FULFILLED");
    assertThat(member(b -> b.get(TransferService.class).view(transfer.id())).logTail())
        .contains("Unpacking");

    member(
        b -> {
          b.get(LeaseService.class).giveBack(lease.id());
          return true;
        });
    assertThatThrownBy(this::shortcut).hasStackTraceContaining("no wipe record");
    run();

    assertThat(server()).isEqualTo("AVAILABLE");
    assertThat(member(b -> b.get(LeaseService.class).view(lease.id())).state()).isEqualTo("CLOSED");
    assertThat(member(b -> b.get(OrderService.class).view(order)).state()).isEqualTo("CLOSED");
    List<WipeRecordView> records = portal(b -> b.get(WipeService.class).recordsOf(serverId));
    assertThat(records).hasSize(1);
  }

  @Test
  void calledOffWhileItInstallsTheServerComesBackErased() {
    long order = member(b -> b.get(OrderService.class).place(request));
    tick();
    work();
    work();
    member(
        b -> {
          b.get(OrderService.class).cancel(order);
          return true;
        });
    assertThat(member(b -> b.get(OrderService.class).view(order)).state()).isEqualTo("CANCELLING");
    run();

    assertThat(member(b -> b.get(OrderService.class).view(order)).state()).isEqualTo("CANCELLED");
    assertThat(server()).isEqualTo("AVAILABLE");
  }

  @Test
  void anotherTenantsOrderAnswersAsAMissingOne() {
    long order = member(b -> b.get(OrderService.class).place(request));
    long other = database.newTenant("Other");

    assertThatThrownBy(
            () ->
                database.as(
                    other,
                    Role.TENANT_ADMIN,
                    w ->
                        new Beans(w.get(EntityManager.class), w.get(Clock.class))
                            .get(OrderService.class)
                            .view(order)))
        .hasMessageContaining("NOT_FOUND");
    member(
        b -> {
          b.get(OrderService.class).cancel(order);
          return true;
        });
    run();
  }

  /** Timers and daemons work until nothing is left to do. */
  private void run() {
    for (int quiet = 0; quiet < 2; ) {
      database.clock().pass(Duration.ofSeconds(11));
      portal(b -> heard(b));
      tick();
      quiet = work() ? 0 : quiet + 1;
    }
  }

  private void tick() {
    for (long id : portal(b -> b.get(TransferService.class).listDue(100))) {
      portal(
          b -> {
            b.get(TransferService.class).advance(id);
            return true;
          });
    }
    for (long id : portal(b -> b.get(WipeService.class).listDue(100))) {
      portal(
          b -> {
            b.get(WipeService.class).advance(id);
            return true;
          });
    }
  }

  private boolean work() {
    boolean worked = work(lender);
    return work(gateway) || worked;
  }

  private boolean work(ReportingAgent agent) {
    List<SequencedCommand> open =
        portal(b -> b.get(ContactService.class).openCommands(agent.id(), 0));
    for (SequencedCommand sequenced : open) {
      AgentCommand command = sequenced.command();
      boolean wanted = portal(b -> finish(b, agent, command));
      if (wanted) {
        happens(command);
      }
    }
    return !open.isEmpty();
  }

  /** A command that was withdrawn meanwhile is not wanted any more. */
  private boolean finish(Beans b, ReportingAgent agent, AgentCommand command) {
    boolean wanted =
        b.get(CommandQueue.class)
            .findState(command.id())
            .filter(state -> !state.isFinal())
            .isPresent();
    CommandOutcome done = new CommandOutcome.Done(Map.of());
    b.get(ReportService.class)
        .accept(
            agent,
            new CommandReport(UUID.randomUUID(), database.clock().instant(), command.id(), done));
    return wanted;
  }

  private void happens(AgentCommand command) {
    if (command instanceof EnsureBoot boot) {
      staged = boot;
    } else if (command instanceof EnsurePower power && power.power() == PowerState.ON) {
      if (staged.mode() == TransferMode.INSTALL) {
        installs(power.fence().leaseId(), staged.token().reveal());
      } else {
        erases(power.fence().leaseId());
      }
    }
  }

  private void installs(long leaseId, String token) {
    portal(
        b -> b.get(BootRequests.class).certificate(lender, token, CertificatePurpose.INSTALL, csr));
    hears(gateway, tunnel(leaseId, TunnelPurpose.INSTALL));
    String settings = portal(b -> b.get(BootRequests.class).settings(lender, token));
    assertThat(settings).isNotEmpty();
    hears(lender, beat(leaseId, BeatPhase.PACKAGES));
    hears(
        lender,
        new InstallerLog(
            UUID.randomUUID(), database.clock().instant(), leaseId, 1, "Unpacking bash\n"));
    portal(
        b ->
            b.get(BootRequests.class)
                .certificate(lender, token, CertificatePurpose.PRODUCTION, csr));
    hears(lender, beat(leaseId, BeatPhase.INSTALLED));
    hears(gateway, tunnel(leaseId, TunnelPurpose.PRODUCTION));
  }

  private void erases(long leaseId) {
    hears(lender, beat(leaseId, BeatPhase.ERASING));
    DiskErasure disk = new DiskErasure("virtio-a", "/dev/vda", 8L << 30, "discard", true, 64);
    hears(
        lender,
        new Erased(UUID.randomUUID(), database.clock().instant(), leaseId, List.of(disk), null));
  }

  private Beat beat(long leaseId, BeatPhase phase) {
    beats++;
    return new Beat(
        UUID.randomUUID(), database.clock().instant(), leaseId, beats, phase, 50, "bash");
  }

  private TunnelUp tunnel(long leaseId, TunnelPurpose purpose) {
    String address = member(b -> b.get(LeaseService.class).view(leaseId)).virtualAddress();
    return new TunnelUp(
        UUID.randomUUID(), database.clock().instant(), leaseId, purpose, Ipv4Address.of(address));
  }

  private void hears(ReportingAgent from, AgentReport report) {
    portal(
        b -> {
          b.get(ReportService.class).accept(from, report);
          return true;
        });
  }

  private void shortcut() {
    portal(
        b ->
            b.get(EntityManager.class)
                .createNativeQuery("update server set state = 'AVAILABLE' where id = ?")
                .setParameter(1, serverId)
                .executeUpdate());
  }

  private String server() {
    return portal(b -> b.get(ServerService.class).view(serverId)).state();
  }

  private <T> T portal(Function<Beans, T> work) {
    return database.asPortal(
        w -> work.apply(new Beans(w.get(EntityManager.class), w.get(Clock.class))));
  }

  private <T> T member(Function<Beans, T> work) {
    return database.as(
        tenant,
        Role.TENANT_ADMIN,
        w -> work.apply(new Beans(w.get(EntityManager.class), w.get(Clock.class))));
  }

  private int enrol(Beans b, long... agents) {
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

  private int heard(Beans b) {
    return b.get(EntityManager.class)
        .createNativeQuery("update agent set last_contact = ?")
        .setParameter(1, database.clock().instant())
        .executeUpdate();
  }

  private static boolean network(Beans b, long agentId) {
    b.get(BootNetworkService.class)
        .define(
            new BootNetworkView(
                agentId, "192.0.2.0/24", "192.0.2.1", "192.0.2.17", "192.0.2.200", ""));
    return true;
  }

  private static long offer(Beans b, String mark) {
    return b.get(OfferService.class)
        .add(new OfferEntry("Small " + mark, "", 2, 2048, 8, BigDecimal.TEN, "JPY", Set.of()));
  }

  private static long server(Beans b, long offerId, long agentId, String mark) {
    String digits = mark.substring(0, 2) + ":" + mark.substring(2, 4) + ":" + mark.substring(4, 6);
    int last = Integer.parseInt(mark.substring(6, 8), 16);
    int third = Integer.parseInt(mark.substring(4, 6), 16);
    return b.get(ServerService.class)
        .add(
            new ServerEntry(
                offerId,
                agentId,
                "lent-" + mark,
                MacAddress.of("52:54:00:" + digits),
                Ipv4Prefix.of("10." + third + "." + last + ".17/24"),
                BootMode.BIOS,
                "ttyS0",
                2,
                2048,
                new BmcAccess(BmcAddress.of("127.0.0.1:9611"), "admin", new Secret("secret")),
                List.of(new ServerDisk("virtio-a", "/dev/vda", 8))));
  }

  private static long settings(Beans b) {
    String text =
        """
        url --url=http://10.30.0.10/debian
        clearpart --all
        autopart
        rootpw --lock
        reboot
        %packages
        %end
        """;
    return b.get(SettingsService.class).add("S", "KICKSTART_INSTALLER", text).newestVersionId();
  }

  private long image(Beans b, String mark) {
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
