package org.yuzuri.host.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.host.DaemonConfig;
import org.yuzuri.host.identity.CertificateLife;
import org.yuzuri.host.identity.DaemonIdentity;
import org.yuzuri.host.identity.IdentityDirectory;
import org.yuzuri.host.identity.IdentitySet;
import org.yuzuri.host.identity.PemFiles;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.RenewalAnswer;
import org.yuzuri.wire.server.SettingsRequest;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Secret;

/** A daemon's certificate from two thirds of its life on, with every moment at which it may die. */
final class RenewalTest {

  private static final SettingsRequest SETTINGS =
      new SettingsRequest(new Secret("t".repeat(43)), null);

  @TempDir Path directory;

  private final TestAuthority authority = new TestAuthority();
  private final List<DaemonIdentity> told = new ArrayList<>();
  private DaemonKind kind = DaemonKind.LENDER_AGENT;
  private TestPortal portal;
  private DaemonConfig config;
  private DaemonIdentity first;
  private PortalClient client;

  @BeforeEach
  void enrol() throws IOException, InterruptedException {
    portal = new TestPortal(authority);
    portal.answers.put("settings", new TestPortal.Answer(200, "{\"sealed\":\"lang en_US\"}"));
    AtomicFiles.replacePrivate(directory.resolve("token"), "one-time\n");
    config =
        new DaemonConfig(
            portal.address(),
            authority.writeRoot(directory),
            directory.resolve("state"),
            directory.resolve("token"));
    startDaemon();
    first = identity();
  }

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void aYoungCertificateIsLeftAlone() {
    assertThat(renewal(0.6).look()).isEqualTo(Duration.ofHours(1));

    assertThat(portal.renewals).isEmpty();
    assertThat(identity()).isEqualTo(first);
  }

  @Test
  void fromTwoThirdsOnTheDaemonShowsANewCertificateForANewKey() throws IOException {
    String key = Files.readString(first.keyFile());
    PortalClient old = client(first);

    assertThat(renewal(0.67).look()).isEqualTo(Duration.ofHours(1));

    assertThat(identity().agentId()).isEqualTo("agent-1");
    assertThat(Files.readString(identity().keyFile())).isNotEqualTo(key);
    assertThat(told).containsExactly(identity());
    isServed(client);
    isUnknown(old);
    assertThat(first.keyFile()).doesNotExist();
  }

  @Test
  void theNextRenewalFollowsTheFirst() {
    renewal(0.7).look();
    renewal(0.7).look();

    assertThat(portal.renewals).hasSize(2);
    isServed(client);
    assertThat(directory.resolve("state/identity/2")).doesNotExist();
  }

  @Test
  void aGatewaysTunnelCertificateIsRenewedWithIt() throws IOException, InterruptedException {
    kind = DaemonKind.TENANT_GATEWAY;
    AtomicFiles.replacePrivate(directory.resolve("token"), "another\n");
    new IdentityDirectory(config.stateDirectory()).enrolled().delete();
    startDaemon();
    String key = Files.readString(identity().ipsecKeyFile());
    String certificate = Files.readString(identity().ipsecCertificateFile());

    renewal(0.7).look();

    assertThat(Files.readString(identity().ipsecKeyFile())).isNotEqualTo(key);
    assertThat(Files.readString(identity().ipsecCertificateFile())).isNotEqualTo(certificate);
    assertThat(identity().ipsecTrustFile()).exists();
  }

  @Test
  void aLostAnswerIsGivenAgainAlsoToTheNextProcess() throws InterruptedException {
    portal.losses.set(1);
    assertThat(renewal(0.7).look()).isLessThanOrEqualTo(Duration.ofMinutes(1));
    isServed(client);

    startDaemon();
    renewal(0.7).look();

    assertThat(portal.renewals).hasSize(1);
    assertThat(identity()).isNotEqualTo(first);
    isServed(client);
  }

  @Test
  void killedAfterTheKeyWasWrittenItStartsAnew() throws InterruptedException {
    Path next = AtomicFiles.privateDirectory(directory.resolve("state/identity/2"));
    AtomicFiles.replacePrivate(next.resolve("agent.key"), "a key whose request was not written");

    startDaemon();
    assertThat(identity()).isEqualTo(first);
    renewal(0.7).look();

    isServed(client);
    assertThat(identity()).isNotEqualTo(first);
  }

  @Test
  void killedBetweenTheFilesTheOldOnesStayTogether() throws IOException, InterruptedException {
    IdentitySet next = new IdentityDirectory(config.stateDirectory()).next();
    String csr = next.csr(kind);
    Files.writeString(next.directory().resolve("agent.pem"), authority.certify(csr));

    startDaemon();
    assertThat(identity()).isEqualTo(first);
    isServed(client);
    renewal(0.7).look();

    assertThat(identity().keyFile().getParent()).isEqualTo(next.directory());
    assertThat(next.csr(kind)).isEqualTo(csr);
    isServed(client);
  }

  @Test
  void killedBeforeTheFirstUseTheNextProcessShowsTheNewCertificate() throws InterruptedException {
    assertThat(renewal(0.7, this::fail).look()).isLessThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(identity()).isNotEqualTo(first);
    isServed(client);

    PortalClient old = client;
    startDaemon();
    isServed(client);

    isUnknown(old);
  }

  @Test
  void aFailureAfterTheAnswerIsMadeGoodByTheNextLook() {
    List<DaemonIdentity> taken = new ArrayList<>();
    Renewal renewal =
        renewal(
            0.7,
            identity -> {
              taken.add(identity);
              if (taken.size() == 1) {
                fail(identity);
              }
            });
    renewal.look();
    isServed(client(first));

    assertThat(renewal.look()).isEqualTo(Duration.ofHours(1));

    assertThat(portal.renewals).hasSize(1);
    assertThat(taken).hasSize(2);
    isServed(client);
  }

  @Test
  void aCallThatOverlapsTheFirstUseIsMadeAgain() {
    Renewal renewal = renewal(0.7);
    portal.meanwhile.set(
        () -> {
          renewal.look();
          isServed(client);
        });

    isServed(client);

    assertThat(portal.renewals).hasSize(1);
  }

  @Test
  void aRefusalOrACertificateForAnotherKeyChangesNothing() {
    portal.answers.put("renewals", portal.problem(403, "UNKNOWN_AGENT"));
    assertThat(renewal(0.7).look()).isLessThanOrEqualTo(Duration.ofMinutes(1));
    RenewalAnswer foreign = new RenewalAnswer(TestAuthority.pem(certificate()), null, null);
    portal.answers.put("renewals", new TestPortal.Answer(200, new WireCodec().encode(foreign)));
    assertThat(renewal(0.7).look()).isLessThanOrEqualTo(Duration.ofMinutes(1));

    assertThat(identity()).isEqualTo(first);
    assertThat(told).isEmpty();
    isServed(client);
  }

  private void startDaemon() throws InterruptedException {
    client = client(new Enrolment(config, kind).ensure());
  }

  private PortalClient client(DaemonIdentity identity) {
    return PortalClient.identified(config, identity);
  }

  private DaemonIdentity identity() {
    return new IdentityDirectory(config.stateDirectory()).find().orElseThrow();
  }

  private X509Certificate certificate() {
    return PemFiles.certificates(identity().chainFile()).get(0);
  }

  private Renewal renewal(double partOfLife) {
    return renewal(partOfLife, told::add);
  }

  private Renewal renewal(double partOfLife, Consumer<DaemonIdentity> renewed) {
    CertificateLife all = CertificateLife.of(certificate());
    Instant from = all.begin();
    Duration life = Duration.between(from, all.end());
    Instant now = from.plusMillis((long) (life.toMillis() * partOfLife));
    return new Renewal(config, kind, identity(), client, renewed, Clock.fixed(now, ZoneOffset.UTC));
  }

  private void fail(DaemonIdentity identity) {
    throw new IllegalStateException("the disk is full, wanted by the test for " + identity);
  }

  private static void isServed(PortalClient client) {
    assertThat(client.settings(SETTINGS).sealed()).isEqualTo("lang en_US");
  }

  private static void isUnknown(PortalClient client) {
    assertThatThrownBy(() -> client.settings(SETTINGS))
        .isInstanceOf(PortalRefusedException.class)
        .hasMessageContaining("403 UNKNOWN_DAEMON");
  }
}
