package org.yuzuri.portal.pki.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathValidatorException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threeten.extra.MutableClock;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.AuthorityTest;
import org.yuzuri.portal.pki.CertificateProfile;
import org.yuzuri.portal.pki.Chains;
import org.yuzuri.portal.pki.IssuedCertificate;
import org.yuzuri.portal.pki.PkiClock;
import org.yuzuri.portal.pki.Requests;
import org.yuzuri.portal.pki.TunnelEnd;
import org.yuzuri.portal.pki.key.tls.ServerTlsException;

/** A daemon and the portal over the years, with an operator who does what the notices say. */
@SuppressWarnings("UnnecessaryAssignment") // no container here: wired by hand
class KeysOfDaemonsTest {

  private static final String PROPERTY = "yuzuri.security.directory";
  private static final int YEARS = 12;

  @TempDir Path directory;
  private final MutableClock clock = MutableClock.of(PkiClock.NOW, ZoneOffset.UTC);
  private final DaemonCertificates certificates = new DaemonCertificates();
  private final KeyNotices notices = new KeyNotices();
  private final TlsKeyKeeper keeper = new TlsKeyKeeper();
  private boolean serverFails;
  private int loads;
  private List<X509Certificate> shown = List.of();
  private List<X509Certificate> believed = List.of();
  private List<X509Certificate> daemon = List.of();
  private List<X509Certificate> roots = List.of();

  @BeforeEach
  void prepare() throws Exception {
    new PrepareKeys(directory, clock).prepare(List.of("localhost", "127.0.0.1", "portal.example"));
    certificates.clock = clock;
    notices.clock = clock;
    keeper.clock = clock;
    keeper.notices = notices;
    keeper.server = this::load;
    System.setProperty(PROPERTY, directory.toString());
  }

  @AfterEach
  void forgetTheDirectory() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void daemonAndPortalBelieveEachOtherOnEveryDay() throws Exception {
    Set<Object> issuers = new HashSet<>();
    for (int day = 0; day < YEARS * 365; day += 15) {
      clock.setInstant(PkiClock.NOW.plus(Duration.ofDays(day)));
      keeper.look();
      for (KeyNotice notice : notices.list()) {
        follow(notice);
      }
      if (day % 60 == 0) {
        renewDaemon();
      }
      Chains.validate(shown, roots, clock.instant());
      Chains.validate(daemon, believed, clock.instant());
      nothingOutlivesItsIssuer(shown);
      nothingOutlivesItsIssuer(daemon);
      issuers.add(daemon.get(1).getSubjectX500Principal());
      issuers.add(shown.get(1).getIssuerX500Principal());
    }
    assertThat(issuers).as("issuing CAs and roots that signed").hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void theTlsKeyIsRenewedUnderTheSameNamesAtTwoThirdsOfItsLife() throws Exception {
    keeper.look();
    X509Certificate first = shown.get(0);
    clock.add(Duration.ofDays(264));
    keeper.look();
    assertThat(shown.get(0)).isEqualTo(first);

    clock.add(Duration.ofDays(1));
    keeper.look();

    assertThat(shown.get(0).getPublicKey()).isNotEqualTo(first.getPublicKey());
    assertThat(List.copyOf(shown.get(0).getSubjectAlternativeNames()))
        .isEqualTo(List.copyOf(first.getSubjectAlternativeNames()));
    assertThat(loads).isEqualTo(2);
  }

  @Test
  void whatTheServerDoesNotTakeIsToldUntilItDoes() {
    serverFails = true;
    keeper.look();
    assertThat(kinds()).containsExactly(KeyNotice.Kind.NOT_LOADED);

    serverFails = false;
    keeper.look();

    assertThat(kinds()).isEmpty();
    assertThat(shown).isNotEmpty();
  }

  @Test
  void keyThatCannotBeRenewedIsToldBeforeItEnds() throws Exception {
    clock.add(CertificateProfile.ISSUING.longestLife().minus(Duration.ofDays(40)));
    keeper.look();
    assertThat(kinds())
        .contains(KeyNotice.Kind.ISSUING_ENDS)
        .doesNotContain(KeyNotice.Kind.TLS_ENDS);
    clock.add(Duration.ofDays(36));

    keeper.look();

    assertThat(kinds()).contains(KeyNotice.Kind.TLS_ENDS, KeyNotice.Kind.ISSUING_ENDS);
    nothingOutlivesItsIssuer(shown);
  }

  @Test
  void rootSignsNothingBeforeDaemonsKnowIt() throws Exception {
    RenewAuthorities renewal = new RenewAuthorities(directory, clock);
    renewal.root();
    clock.add(Duration.ofDays(89));

    assertThatThrownBy(renewal::issuing).hasMessageContaining("too new for daemons");

    clock.add(Duration.ofDays(1));
    renewal.issuing();
    keeper.look();
    renewDaemon();
    Chains.validate(daemon, believed, clock.instant());
  }

  @Test
  void withoutTheRootsKeyNothingIsChanged() throws Exception {
    Files.delete(directory.resolve(PrepareKeys.ROOT_FILE));
    byte[] before = Files.readAllBytes(directory.resolve(PrepareKeys.ISSUING_FILE));

    assertThatThrownBy(() -> new RenewAuthorities(directory, clock).issuing())
        .hasMessageContaining("root.p12 is not in");

    assertThat(directory.resolve(PrepareKeys.ISSUING_FILE)).hasBinaryContent(before);
  }

  @Test
  void strangersRootIsNotBelieved() throws Exception {
    Authority stranger =
        Authority.selfSigned(CertificateProfile.ROOT, "Yuzuri root", clock.instant());
    keeper.look();

    assertThatThrownBy(
            () ->
                Chains.validate(
                    shown, List.of(AuthorityTest.x509(stranger.certificate())), clock.instant()))
        .isInstanceOf(CertPathValidatorException.class);
  }

  private void follow(KeyNotice notice) throws IOException, GeneralSecurityException {
    RenewAuthorities renewal = new RenewAuthorities(directory, clock);
    switch (notice.kind()) {
      case ISSUING_ENDS -> renewal.issuing();
      case ROOT_ENDS -> renewal.root();
      default -> throw new AssertionError("unexpected: " + notice);
    }
    keeper.look();
  }

  private void renewDaemon() {
    IssuedCertificate issued = certificates.issue("agent-4", Requests.fresh());
    daemon = TunnelEnd.certificates(issued.chain());
    roots = TunnelEnd.certificates(certificates.trust());
  }

  private static void nothingOutlivesItsIssuer(List<X509Certificate> chain) {
    assertThat(chain.get(0).getNotAfter()).isBeforeOrEqualTo(chain.get(1).getNotAfter());
  }

  private List<KeyNotice.Kind> kinds() {
    return notices.list().stream().map(KeyNotice::kind).toList();
  }

  /** What the server does with its key stores. */
  private void load() {
    if (serverFails) {
      throw new ServerTlsException("wanted by the test", new IllegalStateException());
    }
    loads++;
    try {
      KeyStore trust = open(PrepareKeys.TRUST_FILE);
      List<X509Certificate> trusted = new ArrayList<>();
      for (String alias : Collections.list(trust.aliases())) {
        trusted.add((X509Certificate) trust.getCertificate(alias));
      }
      believed = trusted;
      shown =
          Arrays.stream(open(PrepareKeys.TLS_FILE).getCertificateChain(PrepareKeys.TLS_ALIAS))
              .map(X509Certificate.class::cast)
              .toList();
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  private KeyStore open(String name) throws IOException, GeneralSecurityException {
    char[] password = Files.readString(directory.resolve(PrepareKeys.PASSWORD_FILE)).toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve(name))) {
      store.load(in, password);
    }
    return store;
  }
}
