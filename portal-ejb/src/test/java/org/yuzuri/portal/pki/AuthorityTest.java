package org.yuzuri.portal.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;

public class AuthorityTest {

  private static final Instant NOW = PkiClock.NOW;

  private final Authority root = Authority.selfSigned(CertificateProfile.ROOT, "root", NOW);
  private final Authority issuing = root.intermediate(CertificateProfile.ISSUING, "issuing", NOW);
  private final Authority transfer =
      Authority.selfSigned(CertificateProfile.TRANSFER, "transfer of tenant 2", NOW);

  @Test
  void aDaemonsChainLeadsToTheRoot() throws Exception {
    X509CertificateHolder daemon = issue(issuing, CertificateProfile.DAEMON, Duration.ofDays(30));

    validate(root, NOW, daemon, issuing.certificate());
  }

  @Test
  void aServersCertificateIsValidUnderItsTenantsAuthorityOnly() throws Exception {
    Authority otherTenant =
        Authority.selfSigned(CertificateProfile.TRANSFER, "transfer of tenant 3", NOW);
    X509CertificateHolder server = issue(transfer, CertificateProfile.SERVER, Duration.ofHours(2));

    validate(transfer, NOW, server);
    Assertions.assertThatThrownBy(() -> validate(otherTenant, NOW, server))
        .isInstanceOf(CertPathValidatorException.class);
  }

  @Test
  void aCertificateEndsAfterItsLife() throws Exception {
    X509CertificateHolder server = issue(transfer, CertificateProfile.SERVER, Duration.ofHours(2));

    validate(transfer, NOW.plus(Duration.ofMinutes(119)), server);
    Assertions.assertThatThrownBy(
            () -> validate(transfer, NOW.plus(Duration.ofMinutes(121)), server))
        .hasMessageContaining("validity check failed");
  }

  @Test
  void aServerWhoseClockIsAFewMinutesLateCanUseItsCertificate() throws Exception {
    X509CertificateHolder server = issue(transfer, CertificateProfile.SERVER, Duration.ofHours(2));

    validate(transfer, NOW.minus(Duration.ofMinutes(9)), server);
  }

  @Test
  void noLifeIsLongerThanTheProfilesLongest() {
    X509CertificateHolder daemon =
        issue(issuing, CertificateProfile.DAEMON, Duration.ofDays(10_000));

    assertThat(x509(daemon).getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(90)));
  }

  @Test
  void aDaemonCannotIssueCertificates() throws Exception {
    X509CertificateHolder daemon = issue(issuing, CertificateProfile.DAEMON, Duration.ofDays(30));

    assertThat(x509(daemon).getBasicConstraints()).isEqualTo(-1);
    assertThat(x509(issuing.certificate()).getBasicConstraints()).isZero();
  }

  @Test
  void eachProfileHasItsPurposeOnly() throws Exception {
    String clientAuth = "1.3.6.1.5.5.7.3.2";
    String ipsecIke = "1.3.6.1.5.5.7.3.17";

    assertThat(purposes(issuing, CertificateProfile.DAEMON)).containsExactly(clientAuth);
    assertThat(purposes(transfer, CertificateProfile.SERVER)).containsExactly(ipsecIke);
  }

  @Test
  void theSubjectIsThePortalsChoiceInPrintableCharacters() {
    X509CertificateHolder server = issue(transfer, CertificateProfile.SERVER, Duration.ofHours(2));

    assertThat(server.getSubject()).hasToString("CN=lease-7-transfer-12");
  }

  @Test
  void serialsAreLongAndDiffer() {
    X509CertificateHolder one = issue(transfer, CertificateProfile.SERVER, Duration.ofHours(2));
    X509CertificateHolder two = issue(transfer, CertificateProfile.SERVER, Duration.ofHours(2));

    assertThat(one.getSerialNumber()).isPositive().isNotEqualTo(two.getSerialNumber());
    assertThat(one.getSerialNumber().bitLength()).isBetween(64, 127);
  }

  @Test
  void datesFrom2050AreGeneralizedTimes() {
    Instant late = Instant.parse("2050-01-01T00:00:00Z");

    assertThat(Authority.time(late).getDate().toInstant()).isEqualTo(late);
    assertThat(Authority.time(late.minusSeconds(1)).getDate().toInstant())
        .isEqualTo(late.minusSeconds(1));
  }

  private static List<String> purposes(Authority authority, CertificateProfile profile)
      throws GeneralSecurityException {
    return x509(issue(authority, profile, Duration.ofHours(2))).getExtendedKeyUsage();
  }

  private static X509CertificateHolder issue(
      Authority authority, CertificateProfile profile, Duration life) {
    return authority.issue(
        profile,
        "lease-7-transfer-12",
        SigningRequest.of(Requests.fresh()).key(),
        NOW,
        life,
        List.of());
  }

  private static void validate(Authority anchor, Instant at, X509CertificateHolder... chain)
      throws GeneralSecurityException, IOException {
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(x509(anchor.certificate()), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(at));
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    CertPathValidator.getInstance("PKIX")
        .validate(
            factory.generateCertPath(
                java.util.Arrays.stream(chain).map(AuthorityTest::x509).toList()),
            parameters);
  }

  public static X509Certificate x509(X509CertificateHolder holder) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    } catch (GeneralSecurityException | IOException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
