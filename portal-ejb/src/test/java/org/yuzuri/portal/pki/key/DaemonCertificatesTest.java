package org.yuzuri.portal.pki.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.portal.pki.AuthorityTest;
import org.yuzuri.portal.pki.CertificateProfile;
import org.yuzuri.portal.pki.IssuedCertificate;
import org.yuzuri.portal.pki.Pem;
import org.yuzuri.portal.pki.PkiClock;
import org.yuzuri.portal.pki.Requests;
import org.yuzuri.wire.value.Sha256;

@SuppressWarnings("UnnecessaryAssignment") // no container here: wired by hand
class DaemonCertificatesTest {

  private static final String PROPERTY = "yuzuri.security.directory";

  @TempDir Path directory;
  private final DaemonCertificates certificates = new DaemonCertificates();

  @BeforeEach
  void prepareKeys() throws Exception {
    Clock clock = Clock.fixed(PkiClock.NOW, ZoneOffset.UTC);
    new PrepareKeys(directory, clock).prepare(List.of("localhost"));
    certificates.clock = clock;
    System.setProperty(PROPERTY, directory.toString());
  }

  @AfterEach
  void forgetTheDirectory() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void theChainHoldsTheDaemonsCertificateFirst() throws Exception {
    IssuedCertificate issued = certificates.issue("agent-4", Requests.fresh());

    assertThat(issued.chain()).startsWith(issued.certificate());
    assertThat(issued.chain().split("BEGIN CERTIFICATE", -1)).hasSize(3);
    assertThat(Pem.certificate(issued.chain()).getSubject()).hasToString("CN=agent-4");
  }

  @Test
  void aDaemonsCertificatesAreForAQuarterOfAYearAndAServersUpToAYear() {
    IssuedCertificate issued = certificates.issue("agent-4", Requests.fresh());

    assertThat(issued.notAfter()).isEqualTo(PkiClock.NOW.plus(Duration.ofDays(90)));
    assertThat(CertificateProfile.GATEWAY.longestLife())
        .isEqualTo(CertificateProfile.DAEMON.longestLife());
    assertThat(CertificateProfile.SERVER.longestLife()).isGreaterThan(Duration.ofDays(365));
  }

  @Test
  void theFingerprintIsThatOfTheCertificateThatTlsWillShow() throws Exception {
    IssuedCertificate issued = certificates.issue("agent-4", Requests.fresh());

    byte[] der = AuthorityTest.x509(Pem.certificate(issued.certificate())).getEncoded();
    assertThat(issued.fingerprint()).isEqualTo(Sha256.ofBytes(der).hex());
  }
}
