package org.yuzuri.portal.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bouncycastle.cms.CMSException;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.agent.command.CommandQueue;
import org.yuzuri.portal.agent.enrolment.ContactService;
import org.yuzuri.portal.agent.report.ReportService;
import org.yuzuri.portal.agent.report.ServerAnswer;
import org.yuzuri.portal.agent.report.ServerRequestService;
import org.yuzuri.portal.agent.report.ServerRequests.CertificatePurpose;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.lease.view.LeaseService;
import org.yuzuri.portal.lease.view.LeaseView;
import org.yuzuri.portal.order.OrderState;
import org.yuzuri.portal.order.placing.OrderReview;
import org.yuzuri.portal.order.placing.OrderService;
import org.yuzuri.portal.order.placing.OrderedThings;
import org.yuzuri.portal.pki.ServerKey;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.run.step.StepState;
import org.yuzuri.portal.run.view.StepView;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.transfer.TransferNote;
import org.yuzuri.portal.transfer.TransferView;
import org.yuzuri.portal.transfer.boot.BootRequests;
import org.yuzuri.portal.transfer.view.TransferService;
import org.yuzuri.portal.wipe.WipeRecordView;
import org.yuzuri.portal.wipe.WipeService;
import org.yuzuri.portal.wipe.certificate.EraseCertificate;
import org.yuzuri.portal.wipe.certificate.EraseCertificateService;
import org.yuzuri.portal.wipe.certificate.EraseLevel;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.call.SequencedCommand;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureFreshStart;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.CommandReport;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.report.KeySeen;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.TunnelPurpose;

/** The whole circle on a real database: ordered, installed, handed over, returned, erased. */
class CircleIT {

  private final ServerKey spoofer = ServerKey.fresh();
  private final ServerKey installation = ServerKey.fresh();
  private final ServerKey production = ServerKey.fresh();

  private final CircleSite site = new CircleSite();
  private EnsureBoot staged;
  private long beats;

  @Test
  void orderedInstalledHandedOverReturnedAndErased() {
    OrderReview review = site.member(b -> b.get(OrderService.class).review(site.request));
    assertThat(review.refusals()).isEmpty();
    assertThat(review.isMerged()).isTrue();

    long order = site.member(b -> site.place(b));
    run();

    LeaseView lease = site.member(b -> b.get(LeaseService.class).ofOrder(order)).get(0);
    TransferView transfer =
        site.member(
            b -> {
              TransferService transfers = b.get(TransferService.class);
              return transfers.view(transfers.ofLease(lease.id()).orElseThrow().id());
            });
    assertThat(transfer.run().steps())
        .extracting(StepView::state)
        .containsOnly(StepState.SUCCEEDED);
    assertThat(transfer.run().key().expected()).isTrue();
    assertThat(transfer.run().key().fingerprint()).isEqualTo(installation.fingerprint().hex());
    assertThat(transfer.run().key().seenAt()).isNotNull();
    assertThat(lease.state()).isEqualTo(LeaseState.ACTIVE);
    assertThat(site.member(b -> b.get(OrderService.class).view(order)).state())
        .isEqualTo(OrderState.FULFILLED);
    TransferView page = site.member(b -> b.get(TransferService.class).view(transfer.id()));
    assertThat(page.logTail()).contains("Unpacking");
    assertThat(page.problems())
        .extracting(TransferView.Problem::code)
        .containsExactly(TransferNote.WRONG_KEY, TransferNote.NOT_VOUCHED);

    site.member(
        b -> {
          b.get(LeaseService.class).giveBack(lease.id());
          return true;
        });
    assertThatThrownBy(this::shortcut).hasStackTraceContaining("no wipe record");
    run();

    assertThat(server()).isEqualTo(ServerState.AVAILABLE);
    assertThat(site.member(b -> b.get(LeaseService.class).view(lease.id())).state())
        .isEqualTo(LeaseState.CLOSED);
    assertThat(site.member(b -> b.get(OrderService.class).view(order)).state())
        .isEqualTo(OrderState.CLOSED);
    List<WipeRecordView> records =
        site.portal(b -> b.get(WipeService.class).recordsOf(site.serverId));
    assertThat(records).hasSize(1);
    assertThat(records.get(0).disks())
        .containsExactly(
            new WipeRecordView.Disk("virtio-a", "/dev/vda", 8L << 30, "discard+zero", 8L << 30));
    assertThat(records.get(0).disks().get(0).readBackPercent()).isEqualTo(100);
    assertThat(records.get(0).leftOut())
        .containsExactly(new WipeRecordView.LeftOut("", "/dev/sr0", "NOT_A_DISK"));
    assertThatTheTenantAloneHasItCertified(lease.id());
  }

  private void assertThatTheTenantAloneHasItCertified(long lease) {
    EraseCertificate certificate =
        site.member(b -> b.get(EraseCertificateService.class).ofLease(lease)).orElseThrow();
    assertThat(certificate.level(certificate.disks().get(0))).isEqualTo(EraseLevel.CLEAR);
    assertThat(certificate.text())
        .contains("\"lease\" : " + lease, "\"virtio-a\"", "\"discard+zero\"", "\"CLEAR\"")
        .contains("\"erasedAt\" : \"" + certificate.record().writtenAt() + "\"")
        .contains("/dev/sr0");
    long stranger = site.database.newTenant("Stranger");
    assertThatThrownBy(
            () ->
                site.database.as(
                    stranger,
                    Role.TENANT_ADMIN,
                    b -> b.get(EraseCertificateService.class).ofLease(lease)))
        .hasMessageContaining("NOT_FOUND");
  }

  @Test
  void orderSaysByNameWhatWasOrdered() {
    long order = site.member(b -> site.place(b));

    OrderedThings ordered = site.member(b -> b.get(OrderService.class).ordered(order));

    assertThat(ordered.settingsVersion()).isEqualTo(1);
    assertThat(ordered.servers()).isEqualTo(1);
    assertThat(ordered.total()).isEqualTo(ordered.price().time().perUnit().times(24));
    site.member(
        b -> {
          b.get(OrderService.class).cancel(order);
          return true;
        });
    run();
  }

  @Test
  void calledOffWhileItInstallsTheServerComesBackErased() {
    long order = site.member(b -> site.place(b));
    site.tick();
    work();
    work();
    site.member(
        b -> {
          b.get(OrderService.class).cancel(order);
          return true;
        });
    assertThat(site.member(b -> b.get(OrderService.class).view(order)).state())
        .isEqualTo(OrderState.CANCELLING);
    run();

    assertThat(site.member(b -> b.get(OrderService.class).view(order)).state())
        .isEqualTo(OrderState.CANCELLED);
    assertThat(server()).isEqualTo(ServerState.AVAILABLE);
  }

  @Test
  void anotherTenantsOrderAnswersAsAMissingOne() {
    long order = site.member(b -> site.place(b));
    long other = site.database.newTenant("Other");

    assertThatThrownBy(
            () ->
                site.database.as(
                    other, Role.TENANT_ADMIN, b -> b.get(OrderService.class).view(order)))
        .hasMessageContaining("NOT_FOUND");
    site.member(
        b -> {
          b.get(OrderService.class).cancel(order);
          return true;
        });
    run();
  }

  /** Timers and daemons work until nothing is left to do. */
  private void run() {
    for (int quiet = 0; quiet < 2; ) {
      site.database.clock().add(Duration.ofSeconds(11));
      site.portal(b -> site.heard(b));
      site.tick();
      quiet = work() ? 0 : quiet + 1;
    }
  }

  private boolean work() {
    boolean worked = work(site.lender);
    return work(site.gateway) || worked;
  }

  private boolean work(ReportingAgent agent) {
    List<SequencedCommand> open =
        site.portal(b -> b.get(ContactService.class).openCommands(agent.id(), 0));
    for (SequencedCommand sequenced : open) {
      AgentCommand command = sequenced.command();
      boolean wanted = site.portal(b -> finish(b, agent, command));
      if (wanted) {
        happens(command);
      }
    }
    return !open.isEmpty();
  }

  /** A command that was withdrawn meanwhile is not wanted any more. */
  private boolean finish(Portal b, ReportingAgent agent, AgentCommand command) {
    boolean wanted =
        !b.get(CommandQueue.class)
            .results(List.of(command.id()))
            .get(command.id())
            .state()
            .isFinal();
    CommandOutcome done = new CommandOutcome.Done(Map.of("before", "OFF"));
    b.get(ReportService.class)
        .accept(
            agent,
            new CommandReport(
                UUID.randomUUID(), site.database.clock().instant(), command.id(), done));
    return wanted;
  }

  private void happens(AgentCommand command) {
    if (command instanceof EnsureBoot boot) {
      staged = boot;
    } else if (command instanceof EnsureFreshStart start) {
      if (staged.purpose() == BootPurpose.INSTALL) {
        installs(start.fence(), staged.token().reveal());
      } else {
        erases(start.fence());
      }
    }
  }

  private void installs(Fence fence, String token) {
    ServerKey key = installation;
    assertThat(refusal(token, CertificatePurpose.INSTALL)).isEqualTo("KEY_NOT_SEEN");
    shows(fence, key);
    assertThat(refusal(token, CertificatePurpose.INSTALL)).isEqualTo("WRONG_KEY");
    site.portal(
        b ->
            b.get(BootRequests.class)
                .certificate(site.lender, token, CertificatePurpose.INSTALL, key.csr(), null));
    hears(site.gateway, tunnel(fence, TunnelPurpose.INSTALL));
    String request = "5e".repeat(16);
    String settings =
        site.portal(b -> b.get(BootRequests.class).settings(site.lender, token, request));
    assertThat(open(key, settings)).contains("rootpw");
    String again =
        site.portal(b -> b.get(BootRequests.class).settings(site.lender, token, request));
    assertThat(open(key, again))
        .as("asked again, as if the answer had been lost")
        .isEqualTo(open(key, settings));
    hears(site.lender, beat(fence, BeatPhase.PACKAGES, key));
    hears(
        site.lender,
        new InstallerLog(
            UUID.randomUUID(),
            site.database.clock().instant(),
            fence,
            1,
            "Unpacking bash\n",
            key.fingerprint()));
    assertThat(refusal(token, CertificatePurpose.PRODUCTION)).isEqualTo("NOT_VOUCHED");
    String csr = production.csr();
    site.portal(
        b ->
            b.get(BootRequests.class)
                .certificate(
                    site.lender, token, CertificatePurpose.PRODUCTION, csr, key.signatureOf(csr)));
    hears(site.lender, beat(fence, BeatPhase.INSTALLED, key));
    hears(site.gateway, tunnel(fence, TunnelPurpose.PRODUCTION));
  }

  /** What somebody else is told that has the server's boot token. */
  private String refusal(String token, CertificatePurpose purpose) {
    String csr = spoofer.csr();
    ServerAnswer answer =
        site.portal(
            b ->
                b.get(ServerRequestService.class)
                    .certificate(site.lender, token, purpose, csr, spoofer.signatureOf(csr)));
    return Objects.requireNonNull(answer.refusal(), "refusal").code().name();
  }

  private void shows(Fence fence, ServerKey key) {
    hears(
        site.lender,
        new KeySeen(UUID.randomUUID(), site.database.clock().instant(), fence, key.fingerprint()));
  }

  private static String open(ServerKey key, String sealed) {
    try {
      return key.open(sealed);
    } catch (CMSException notForIt) {
      throw new AssertionError(notForIt);
    }
  }

  private void erases(Fence fence) {
    ServerKey key = ServerKey.fresh();
    shows(fence, key);
    hears(site.lender, beat(fence, BeatPhase.ERASING, key));
    hears(
        site.lender,
        ScriptedServer.evidence(
            fence, site.database.clock().instant(), "virtio-a", 8L << 30, true, key.fingerprint()));
  }

  private Beat beat(Fence fence, BeatPhase phase, ServerKey key) {
    beats++;
    return new Beat(
        UUID.randomUUID(),
        site.database.clock().instant(),
        fence,
        beats,
        phase,
        50,
        "bash",
        key.fingerprint());
  }

  private TunnelUp tunnel(Fence fence, TunnelPurpose purpose) {
    String address =
        site.member(b -> b.get(LeaseService.class).view(fence.leaseId())).virtualAddress();
    return new TunnelUp(
        UUID.randomUUID(),
        site.database.clock().instant(),
        fence,
        purpose,
        Ipv4Address.of(address));
  }

  private void hears(ReportingAgent from, AgentReport report) {
    site.portal(
        b -> {
          b.get(ReportService.class).accept(from, report);
          return true;
        });
  }

  private void shortcut() {
    site.portal(
        b ->
            b.get(EntityManager.class)
                .createNativeQuery("update server set state = 'AVAILABLE' where id = ?")
                .setParameter(1, site.serverId)
                .executeUpdate());
  }

  private ServerState server() {
    return site.portal(b -> b.get(ServerService.class).view(site.serverId)).state();
  }
}
