package org.yuzuri.gateway.tunnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yuzuri.wire.value.TunnelPurpose.INSTALL;
import static org.yuzuri.wire.value.TunnelPurpose.PRODUCTION;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.host.command.Pause;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureNoTunnel;
import org.yuzuri.wire.command.EnsureRevocations;
import org.yuzuri.wire.command.EnsureTunnel;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.TunnelDown;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.TunnelPurpose;

/** Real IKE daemons at both ends, with the configuration that the gateway writes. */
class TunnelsIT {
  private static final Fence FENCE = new Fence(1, 7, 1);
  private static final Ipv4Address OUTSIDE = Ipv4Address.of("203.0.113.10");

  @TempDir Path directory;
  private final TransferAuthority authority = new TransferAuthority();
  private final List<AgentReport> reports = new CopyOnWriteArrayList<>();
  private Edge edge;
  private TunnelMemory memory;
  private TunnelWatch watch;
  private Tunnels tunnels;
  private LeasedServer server;
  private long gatewaySerial;

  @BeforeEach
  void start() throws IOException {
    edge = Edge.start(directory);
    SwanctlDirectory files = new SwanctlDirectory(edge.swanctl());
    authority.writeTrust(directory.resolve("ca.pem"));
    gatewaySerial =
        authority.issue("gateway-1", directory.resolve("gw.key"), directory.resolve("gw.pem"));
    files.putIdentity(
        directory.resolve("gw.key"), directory.resolve("gw.pem"), directory.resolve("ca.pem"));
    edge.startGatewayDaemon();
    memory = new TunnelMemory(directory.resolve("state"));
    watch = watch(Duration.ofSeconds(1));
    watch.start();
    tunnels =
        new Tunnels(
            edge.strongSwan(), files, memory, watch, OUTSIDE, Clock.systemUTC(), Pause::sleep);
    server = new LeasedServer(authority, edge, directory.resolve("server"));
    server.start();
  }

  private TunnelWatch watch(Duration betweenLooks) {
    return new TunnelWatch(
        edge.strongSwan(),
        new SwanctlDirectory(edge.swanctl()),
        memory,
        reports::add,
        Clock.systemUTC(),
        betweenLooks);
  }

  @AfterEach
  void end() throws IOException {
    watch.close();
    edge.close();
  }

  @Test
  void aServerThatIsExpectedComesUpAndItsPacketsPass() {
    ensure(INSTALL, "10.30.1.17");

    assertThat(edge.strongSwan().connections()).containsExactly("lease-7-install");
    connects("install");

    awaitUp(INSTALL, "10.30.1.17");
    assertThat(edge.reachesInside("10.30.1.17")).isTrue();
  }

  @Test
  void aTunnelIsReportedWhenTheIkeDaemonSaysSoAlthoughNobodyLooks() {
    ensure(INSTALL, "10.30.1.17");
    watch.close();
    try (TunnelWatch idle = watch(Duration.ofHours(1))) {
      idle.start();
      Awaitility.await()
          .until(
              () -> {
                edge.forgetOnServer();
                connects("install");
                return reports.stream().anyMatch(TunnelUp.class::isInstance);
              });
    }
  }

  @Test
  void aServerThatIsNotExpectedIsRefused() {
    ensure(INSTALL, "10.30.1.17");

    isRefused("stranger");
    isRefused("production");
  }

  @Test
  void aTunnelThatIsNoLongerWantedEndsAndDoesNotComeBack() {
    ensure(INSTALL, "10.30.1.17");
    connects("install");
    awaitUp(INSTALL, "10.30.1.17");

    CommandOutcome outcome =
        tunnels.handle(new EnsureNoTunnel(UUID.randomUUID(), soon(), FENCE, INSTALL));

    assertThat(outcome).isInstanceOf(CommandOutcome.Done.class);
    awaitDown(INSTALL);
    assertThat(edge.strongSwan().associations()).isEmpty();
    assertThat(edge.strongSwan().connections()).isEmpty();
    isRefused("install");
  }

  @Test
  void aRevokedCertificateLosesItsTunnelAndNobodyElseDoes() throws IOException {
    ensure(INSTALL, "10.30.1.17");
    ensure(PRODUCTION, "10.30.1.18");
    connects("install");
    connects("production");
    awaitUp(INSTALL, "10.30.1.17");
    awaitUp(PRODUCTION, "10.30.1.18");

    tunnels.handle(revoke(authority.revocations(1)));
    assertThat(edge.strongSwan().associations()).hasSize(2);
    tunnels.handle(revoke(authority.revocations(2, server.installSerial())));

    awaitDown(INSTALL);
    assertThat(edge.strongSwan().associations())
        .extracting(SecurityAssociation::name)
        .containsExactly(new TunnelName(7, PRODUCTION));
    isRefused("install");
  }

  @Test
  void newListTakesThePlaceOfOneThatWasUsed() throws IOException {
    ensure(INSTALL, "10.30.1.17");
    tunnels.handle(revoke(authority.revocations(1)));
    connects("install");
    awaitUp(INSTALL, "10.30.1.17");

    tunnels.handle(revoke(authority.revocations(2, server.installSerial())));

    awaitDown(INSTALL);
    isRefused("install");
  }

  @Test
  void serverOfTheNextAuthorityComesInBesideThoseOfTheLast() throws IOException {
    ensure(INSTALL, "10.30.1.17");
    ensure(PRODUCTION, "10.30.1.18");
    connects("install");
    awaitUp(INSTALL, "10.30.1.17");
    TransferAuthority next = new TransferAuthority("transfer-ca 2");
    server.certifyAnew(next, "production");
    isRefused("production");

    tunnels.believe(
        authority.trust() + next.trust(), authority.revocations(1) + next.revocations(1));

    connects("production");
    awaitUp(PRODUCTION, "10.30.1.18");
    assertThat(edge.strongSwan().associations()).hasSize(2);
    tunnels.believe(
        authority.trust() + next.trust(),
        authority.revocations(2, server.installSerial()) + next.revocations(2));
    awaitDown(INSTALL);
    assertThat(edge.strongSwan().associations())
        .extracting(SecurityAssociation::name)
        .containsExactly(new TunnelName(7, PRODUCTION));
  }

  @Test
  void serverRefusesTheGatewayWhoseCertificateIsOnTheListThatItBrought() throws IOException {
    ensure(INSTALL, "10.30.1.17");

    server.brings(authority.revocations(1, gatewaySerial));

    assertThat(edge.connect("install").output()).contains("certificate was revoked");
    assertThat(edge.connect("install").succeeded()).isFalse();
  }

  @Test
  void listThatHasEndedSinceTheServerBroughtItRefusesNobodyWhomItDoesNotName() throws IOException {
    ensure(INSTALL, "10.30.1.17");

    server.brings(authority.endedRevocations(1, gatewaySerial + 1000));

    connects("install");
    awaitUp(INSTALL, "10.30.1.17");
  }

  @Test
  void listThatHasEndedSinceTheServerBroughtItStillRefusesWhomItNames() throws IOException {
    ensure(INSTALL, "10.30.1.17");

    server.brings(authority.endedRevocations(1, gatewaySerial));

    assertThat(edge.connect("install").output()).contains("certificate was revoked");
  }

  @Test
  void newerListThatIsPutOnTheServerTakesThePlaceOfItsOwn() throws IOException {
    ensure(INSTALL, "10.30.1.17");
    server.brings(authority.endedRevocations(1));
    connects("install");
    awaitUp(INSTALL, "10.30.1.17");

    server.brings(authority.revocations(2, gatewaySerial));
    edge.forgetUsedListsOnServer();
    edge.forgetOnServer();

    assertThat(edge.connect("install").output()).contains("certificate was revoked");
  }

  @Test
  void gatewayWhoseListHasEndedLetsInWhomItDoesNotNameAndNobodyElse() throws IOException {
    ensure(INSTALL, "10.30.1.17");
    ensure(PRODUCTION, "10.30.1.18");

    tunnels.handle(revoke(authority.endedRevocations(1, server.installSerial())));

    isRefused("install");
    connects("production");
    awaitUp(PRODUCTION, "10.30.1.18");
  }

  @Test
  void whatIsNoRevocationListIsRefused() {
    assertThatThrownBy(
            () -> tunnels.handle(revoke("-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----")))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining("crl is no revocation list");
  }

  @Test
  void ofTwoTunnelsToOneAddressTheNewerStays() {
    ensure(INSTALL, "10.30.1.17");
    ensure(PRODUCTION, "10.30.1.17");
    connects("install");
    awaitUp(INSTALL, "10.30.1.17");

    connects("production");

    awaitUp(PRODUCTION, "10.30.1.17");
    awaitDown(INSTALL);
    assertThat(edge.reachesInside("10.30.1.17")).isTrue();
  }

  @Test
  void aRenewedCertificateIsForTheNextTunnelAndEndsNone() throws IOException {
    ensure(INSTALL, "10.30.1.17");
    ensure(PRODUCTION, "10.30.1.18");
    connects("install");
    awaitUp(INSTALL, "10.30.1.17");
    long live = edge.strongSwan().associations().get(0).id();

    authority.issue("gateway-1", directory.resolve("gw.key"), directory.resolve("gw.pem"));
    String renewed = Files.readString(directory.resolve("gw.pem")).strip();
    new SwanctlDirectory(edge.swanctl())
        .putIdentity(
            directory.resolve("gw.key"), directory.resolve("gw.pem"), directory.resolve("ca.pem"));
    watch.loadAgain();

    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> edge.strongSwan().certificates("CN=gateway-1").contains(renewed));
    connects("production");
    awaitUp(PRODUCTION, "10.30.1.18");
    assertThat(edge.shownToServer("CN=gateway-1")).contains(renewed);
    assertThat(edge.strongSwan().associations()).extracting(SecurityAssociation::id).contains(live);
    assertThat(edge.reachesInside("10.30.1.17")).isTrue();
  }

  @Test
  void anIkeDaemonThatWasKilledGetsItsTunnelsBack() throws Exception {
    ensure(INSTALL, "10.30.1.17");
    connects("install");
    awaitUp(INSTALL, "10.30.1.17");

    edge.killGatewayDaemon();
    edge.startGatewayDaemon();

    awaitDown(INSTALL);
    reports.clear();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> edge.strongSwan().connections().contains("lease-7-install"));
    edge.forgetOnServer();
    connects("install");
    awaitUp(INSTALL, "10.30.1.17");
  }

  @Test
  void aGatewayThatWasKilledReportsAgainWhatItSees() {
    ensure(INSTALL, "10.30.1.17");
    ensure(PRODUCTION, "10.30.1.18");
    connects("install");
    connects("production");
    awaitUp(INSTALL, "10.30.1.17");
    awaitUp(PRODUCTION, "10.30.1.18");
    watch.close();
    reports.clear();
    edge.strongSwan().associations().stream()
        .filter(sa -> sa.name().purpose() == PRODUCTION)
        .forEach(sa -> edge.strongSwan().terminate(sa.id()));

    memory = new TunnelMemory(directory.resolve("state"));
    watch(Duration.ofSeconds(1)).look();

    awaitUp(INSTALL, "10.30.1.17");
    awaitDown(PRODUCTION);
    assertThat(reports).hasSize(2);
  }

  private void ensure(TunnelPurpose purpose, String virtualAddress) {
    CommandOutcome outcome =
        tunnels.handle(
            new EnsureTunnel(
                UUID.randomUUID(),
                soon(),
                FENCE,
                purpose,
                Ipv4Address.of("203.0.113.17"),
                "CN=" + LeasedServer.identity(purpose == INSTALL ? "install" : "production"),
                Ipv4Address.of(virtualAddress),
                "aes128gcm16-prfsha256-ecp256",
                "aes128gcm16-ecp256"));
    assertThat(outcome).isInstanceOf(CommandOutcome.Done.class);
  }

  private void connects(String connection) {
    assertThat(edge.connect(connection)).matches(ProcessResult::succeeded, "tunnel is up");
  }

  private void isRefused(String connection) {
    assertThat(edge.connect(connection).output())
        .containsAnyOf("AUTHENTICATION_FAILED", "NO_PROPOSAL_CHOSEN");
  }

  private static EnsureRevocations revoke(String crl) {
    return new EnsureRevocations(UUID.randomUUID(), soon(), FENCE, crl);
  }

  private static Instant soon() {
    return Instant.now().plusSeconds(60);
  }

  private void awaitUp(TunnelPurpose purpose, String address) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                reports.stream()
                    .anyMatch(
                        report ->
                            report instanceof TunnelUp up
                                && up.fence().leaseId() == 7
                                && up.purpose() == purpose
                                && up.virtualAddress().toString().equals(address)));
  }

  private void awaitDown(TunnelPurpose purpose) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                reports.stream()
                    .anyMatch(
                        report ->
                            report instanceof TunnelDown down
                                && down.fence().leaseId() == 7
                                && down.purpose() == purpose));
  }
}
