package org.yuzuri.host.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.host.DaemonConfig;
import org.yuzuri.host.identity.DaemonIdentity;
import org.yuzuri.host.identity.PortalRoots;
import org.yuzuri.wire.server.SettingsRequest;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Secret;
import org.yuzuri.wire.value.Sha256;

final class PortalClientTest {

  private static final SettingsRequest SETTINGS =
      new SettingsRequest(new Secret("t".repeat(43)), null);

  @TempDir Path directory;

  private final TestAuthority authority = new TestAuthority();
  private TestPortal portal;

  @BeforeEach
  void start() throws IOException {
    portal = new TestPortal(authority);
    AtomicFiles.replacePrivate(directory.resolve("token"), "one-time\n");
  }

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void enrolledDaemonIsKnownByItsCertificateAndEnrolsOnlyOnce() throws InterruptedException {
    DaemonIdentity identity = enrol(DaemonKind.LENDER_AGENT);
    portal.answers.put("settings", new TestPortal.Answer(200, "{\"sealed\":\"lang en_US\"}"));

    assertThat(identity.agentId()).isEqualTo("agent-1");
    assertThat(client(identity).settings(SETTINGS).sealed()).isEqualTo("lang en_US");
    portal.answers.put("enrolments", portal.problem(409, "TOKEN_USED"));
    assertThat(enrol(DaemonKind.LENDER_AGENT)).isEqualTo(identity);
  }

  @Test
  void gatewayGetsItsIpsecCertificateWithAKeyOfItsOwn() throws InterruptedException, IOException {
    DaemonIdentity identity = enrol(DaemonKind.TENANT_GATEWAY);

    assertThat(identity.ipsecCertificateFile()).content().startsWith("-----BEGIN CERTIFICATE");
    assertThat(identity.ipsecTrustFile()).content().startsWith("-----BEGIN CERTIFICATE");
    assertThat(identity.ipsecKeyFile()).content().startsWith("-----BEGIN PRIVATE KEY");
    assertThat(Files.readString(identity.ipsecKeyFile()))
        .isNotEqualTo(Files.readString(identity.keyFile()));
  }

  @Test
  void tooManyNowIsToBeAskedAgainAfterAsLongAsThePortalSays() throws InterruptedException {
    PortalClient client = client(enrol(DaemonKind.LENDER_AGENT));
    portal.answers.put("reports", portal.problem(429, "TOO_MANY_REPORTS"));

    assertThat(wait(client, "7")).isEqualTo(Duration.ofSeconds(7));
    assertThat(wait(client, "9999")).isEqualTo(Duration.ofMinutes(1));
    assertThat(wait(client, "tomorrow")).isZero();
  }

  private Duration wait(PortalClient client, String retryAfter) {
    portal.retryAfter = retryAfter;
    PortalUnavailableException refused =
        catchThrowableOfType(PortalUnavailableException.class, () -> client.report(List.of()));
    assertThat(refused).hasMessageContaining("429 TOO_MANY_REPORTS");
    return refused.waitAtLeast();
  }

  @Test
  void usedTokenIsFinalAndNothingButTheKeysIsKept() {
    portal.answers.put("enrolments", portal.problem(409, "TOKEN_USED"));

    assertThatThrownBy(() -> enrol(DaemonKind.LENDER_AGENT))
        .isInstanceOf(PortalRefusedException.class)
        .hasMessageContaining("409 TOKEN_USED");
    assertThat(directory.resolve("state/identity/agent.id")).doesNotExist();
  }

  @Test
  void enrolmentSendsTheTokenOfTheFile() throws InterruptedException {
    DaemonIdentity identity = enrol(DaemonKind.LENDER_AGENT);

    assertThat(identity.agentId()).isNotEmpty();
    assertThat(portal.bodies.get("enrolments")).contains("\"token\":\"one-time\"");
  }

  @Test
  void reportsTellTheDaemonsClockAsTheyAreSent() throws InterruptedException {
    PortalClient client = client(enrol(DaemonKind.LENDER_AGENT));
    portal.answers.put("reports", new TestPortal.Answer(200, "{\"accepted\":[]}"));
    Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    client.report(List.of());

    assertThat(
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(portal.dates.get("reports"), Instant::from))
        .isBetween(before, Instant.now());
  }

  @Test
  void portalOfAnotherRootIsNotTalkedTo() throws InterruptedException {
    DaemonIdentity identity = enrol(DaemonKind.LENDER_AGENT);
    Path other = directory.resolve("other");
    AtomicFiles.privateDirectory(other);
    PortalClient client =
        PortalClient.identified(
            portal.address(), roots(new TestAuthority().writeRoot(other)), identity);

    assertThatThrownBy(() -> client.settings(SETTINGS))
        .isInstanceOf(PortalUnavailableException.class)
        .hasMessageContaining("127.0.0.1");
  }

  @Test
  void refusalIsFinalAndFailureIsNot() throws InterruptedException {
    PortalClient client = client(enrol(DaemonKind.LENDER_AGENT));

    portal.answers.put("settings", portal.problem(410, "SETTINGS_GONE"));
    assertThatThrownBy(() -> client.settings(SETTINGS))
        .isInstanceOfSatisfying(
            PortalRefusedException.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(410);
              assertThat(refused.code()).isEqualTo("SETTINGS_GONE");
            });
    portal.answers.put("settings", new TestPortal.Answer(503, "starting"));
    assertThatThrownBy(() -> client.settings(SETTINGS))
        .isInstanceOf(PortalUnavailableException.class);
    portal.answers.put("settings", new TestPortal.Answer(404, "<html>not deployed yet"));
    assertThatThrownBy(() -> client.settings(SETTINGS))
        .isInstanceOf(PortalUnavailableException.class)
        .hasMessageContaining("404");
    portal.answers.put("settings", new TestPortal.Answer(200, "<html>"));
    assertThatThrownBy(() -> client.settings(SETTINGS))
        .isInstanceOf(PortalUnavailableException.class)
        .hasMessageContaining("malformed");
  }

  @Test
  void commandsAreAskedForAfterTheLastSequence() throws InterruptedException {
    PortalClient client = client(enrol(DaemonKind.LENDER_AGENT));
    UUID id = UUID.randomUUID();
    portal.answers.put(
        "commands?after=4&wait=25",
        new TestPortal.Answer(
            200, "{\"commands\":[{\"sequence\":5,\"type\":\"EnsureTea\",\"id\":\"" + id + "\"}]}"));

    assertThat(client.commands(4, Duration.ofSeconds(25)).unreadable())
        .singleElement()
        .satisfies(unreadable -> assertThat(unreadable.id()).isEqualTo(id));
  }

  @Test
  void brokenDownloadIsGoneOnWithByRange() throws InterruptedException, IOException {
    PortalClient client = client(enrol(DaemonKind.LENDER_AGENT));
    Sha256 sha256 = new Sha256("a".repeat(64));
    portal.answers.put("files/" + sha256, new TestPortal.Answer(206, "rest"));

    try (InputStream in = client.file(sha256, 1000)) {
      assertThat(in).hasContent("rest");
    }
    assertThat(portal.ranges.get("files/" + sha256)).isEqualTo("bytes=1000-");
    assertThatThrownBy(() -> client.file(new Sha256("b".repeat(64)), 0))
        .isInstanceOf(PortalRefusedException.class)
        .hasMessageContaining("404");
  }

  private DaemonIdentity enrol(DaemonKind kind) throws InterruptedException {
    Path trust = authority.writeRoot(directory);
    return new Enrolment(
            new DaemonConfig(
                portal.address(), trust, directory.resolve("state"), directory.resolve("token")),
            kind)
        .ensure();
  }

  private PortalClient client(DaemonIdentity identity) {
    return PortalClient.identified(
        portal.address(), roots(authority.writeRoot(directory)), identity);
  }

  private PortalRoots roots(Path site) {
    return new PortalRoots(site, directory.resolve("nothing-learned"));
  }
}
