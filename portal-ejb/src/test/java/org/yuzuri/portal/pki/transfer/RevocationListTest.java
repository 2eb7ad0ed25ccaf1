package org.yuzuri.portal.pki.transfer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.AuthorityTest;
import org.yuzuri.portal.pki.CertificateProfile;
import org.yuzuri.portal.pki.PkiClock;
import org.yuzuri.portal.pki.Requests;
import org.yuzuri.portal.pki.SigningRequest;

class RevocationListTest {

  private static final Instant NOW = PkiClock.NOW;

  private final Authority authority =
      Authority.selfSigned(CertificateProfile.TRANSFER, "transfer of tenant 2", NOW);

  @Test
  void aRevokedCertificateIsListedWithItsReason() throws GeneralSecurityException {
    TransferCertificate revoked = certificate();
    revoked.revoke(RevocationReason.CESSATION, NOW);

    X509CRLEntry entry = list(3, revoked).getRevokedCertificate(revoked.serialNumber());

    assertThat(entry.getRevocationDate().toInstant()).isEqualTo(NOW);
    assertThat(entry.getRevocationReason())
        .isEqualTo(java.security.cert.CRLReason.CESSATION_OF_OPERATION);
  }

  @Test
  void anotherCertificateIsNotListed() throws GeneralSecurityException {
    assertThat(list(1).getRevokedCertificate(certificate().serialNumber())).isNull();
  }

  @Test
  void theListIsSignedByTheAuthorityItself() throws GeneralSecurityException {
    X509CRL list = list(1);

    list.verify(AuthorityTest.x509(authority.certificate()).getPublicKey());
    Authority other = Authority.selfSigned(CertificateProfile.TRANSFER, "other", NOW);
    assertThatThrownBy(() -> list.verify(AuthorityTest.x509(other.certificate()).getPublicKey()))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void theListEndsAfterItsLife() throws GeneralSecurityException {
    assertThat(list(1).getNextUpdate().toInstant()).isEqualTo(NOW.plus(RevocationList.LIFE));
  }

  @Test
  void revokingTwiceKeepsTheFirstMoment() {
    TransferCertificate certificate = certificate();

    certificate.revoke(RevocationReason.CESSATION, NOW);
    certificate.revoke(RevocationReason.KEY_COMPROMISE, NOW.plusSeconds(5));

    assertThat(certificate.revokedAt()).isEqualTo(NOW);
    assertThat(certificate.revocationReason()).isEqualTo(RevocationReason.CESSATION);
  }

  private X509CRL list(long number, TransferCertificate... revoked)
      throws GeneralSecurityException {
    String pem = RevocationList.pem(authority, number, List.of(revoked), NOW);
    return (X509CRL)
        CertificateFactory.getInstance("X.509")
            .generateCRL(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
  }

  private TransferCertificate certificate() {
    SigningRequest request = SigningRequest.of(Requests.fresh());
    X509CertificateHolder issued =
        authority.issue(
            CertificateProfile.SERVER,
            "lease-7-transfer-12",
            request.key(),
            NOW,
            Duration.ofHours(2),
            List.of());
    return new TransferCertificate(2, 1, "lease-7-transfer-12", request.keyHash(), issued);
  }
}
