package org.yuzuri.host.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.host.DaemonConfig;
import org.yuzuri.host.identity.DaemonIdentity;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.call.TrustAnswer;
import org.yuzuri.wire.server.SettingsRequest;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.Secret;

/** A daemon whose portal goes over to another root. */
final class TrustRefreshTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final SettingsRequest SETTINGS =
      new SettingsRequest(new Secret("t".repeat(43)), null);

  @TempDir Path directory;

  private final TestAuthority first = new TestAuthority();
  private final TestAuthority second = new TestAuthority();
  private final List<TrustAnswer> told = new ArrayList<>();
  private TestPortal portal;
  private DaemonConfig config;
  private DaemonIdentity identity;
  private PortalClient client;
  private TrustRefresh refresh;

  @BeforeEach
  void enrol() throws IOException, InterruptedException {
    portal = new TestPortal(first);
    portal.answers.put("settings", new TestPortal.Answer(200, "{\"sealed\":\"lang en_US\"}"));
    AtomicFiles.replacePrivate(directory.resolve("token"), "one-time\n");
    config =
        new DaemonConfig(
            portal.address(),
            first.writeRoot(directory),
            directory.resolve("state"),
            directory.resolve("token"));
    identity = new Enrolment(config, DaemonKind.TENANT_GATEWAY).ensure();
    client = PortalClient.identified(config, identity);
    refresh = new TrustRefresh(config, client, told::add);
  }

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void aRootThatThePortalToldOfIsBelievedAtOnceAndAtTheNextStart() throws IOException {
    tells(first.root() + second.root());
    assertThat(refresh.look()).isEqualTo(HOUR);

    portal.show(second);

    isServed(client);
    isServed(PortalClient.identified(config, identity));
  }

  @Test
  void aRootThatNobodyToldOfIsNotBelieved() throws IOException {
    tells(first.root());
    refresh.look();

    portal.show(second);

    assertThatThrownBy(() -> PortalClient.identified(config, identity).settings(SETTINGS))
        .isInstanceOf(PortalUnavailableException.class);
  }

  @Test
  void theSitesOwnRootStaysWhateverIsTold() {
    tells(second.root());

    refresh.look();

    isServed(PortalClient.identified(config, identity));
  }

  @Test
  void theTransferAuthoritiesAreKeptForTheNextStart() throws IOException {
    String authorities = first.root() + second.root();
    tells(first.root(), authorities);

    assertThat(refresh.look()).isEqualTo(HOUR);

    assertThat(Files.readString(identity.ipsecTrustFile())).isEqualTo(authorities);
    assertThat(told).extracting(TrustAnswer::ipsecTrust).containsExactly(authorities);
  }

  @Test
  void anAnswerThatIsNoneChangesNothingAndIsAskedForAgain() {
    assertThat(refresh.look()).isLessThanOrEqualTo(Duration.ofMinutes(1));
    tells("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    assertThat(refresh.look()).isLessThan(HOUR);
    assertThat(told).isEmpty();
    isServed(PortalClient.identified(config, identity));

    tells(first.root());
    assertThat(refresh.look()).isEqualTo(HOUR);
  }

  private void tells(String roots) {
    tells(roots, null);
  }

  private void tells(String roots, String authorities) {
    TrustAnswer answer = new TrustAnswer(roots, authorities, authorities);
    portal.answers.put("trust", new TestPortal.Answer(200, new WireCodec().encode(answer)));
  }

  private static void isServed(PortalClient client) {
    assertThat(client.settings(SETTINGS).sealed()).isEqualTo("lang en_US");
  }
}
