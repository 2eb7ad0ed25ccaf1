package org.yuzuri.portal.pki.transfer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.function.Function;
import org.bouncycastle.cms.CMSException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.AuthorityTest;
import org.yuzuri.portal.pki.IssuedCertificate;
import org.yuzuri.portal.pki.Pem;
import org.yuzuri.portal.pki.Requests;
import org.yuzuri.portal.pki.ServerKey;
import org.yuzuri.portal.platform.PortalDatabase;

class TransferCertificatesIT {

  private static final String NAME = "lease-7-transfer-12";

  private final PortalDatabase database = PortalDatabase.shared();
  private long tenant;

  @BeforeEach
  void addATenant() {
    tenant = database.newTenant("Certificates");
  }

  @Test
  void theSameKeyGetsTheSameCertificateAgain() {
    KeyPair key = Authority.newKeyPair();

    IssuedCertificate first = issue(Requests.of(key));

    assertThat(issue(Requests.of(key))).isEqualTo(first);
  }

  @Test
  void whatARequestCallsItselfIsNotCertified() {
    IssuedCertificate issued = issue(Requests.fresh());

    assertThat(Pem.certificate(issued.certificate()).getSubject()).hasToString("CN=" + NAME);
  }

  @Test
  void aKeyVouchesForARequestAndItsSettingsAreSealedForIt() throws CMSException {
    ServerKey key = ServerKey.fresh();
    String next = Requests.fresh();
    assertThat(vouched(next, key.signatureOf(next))).isFalse();

    issue(key.csr());

    assertThat(vouched(next, key.signatureOf(next))).isTrue();
    assertThat(vouched(next, null)).isFalse();
    assertThat(key.open(sealed("text\n"))).isEqualTo("text\n");
    revoke();
    assertThat(vouched(next, key.signatureOf(next))).isFalse();
  }

  @Test
  void aSecondKeyUnderTheSameNameIsRefused() {
    issue(Requests.fresh());

    assertThatThrownBy(() -> issue(Requests.fresh())).hasMessageContaining("OTHER_KEY_CERTIFIED");
  }

  @Test
  void anotherTenantHasAnotherAuthority() throws GeneralSecurityException {
    long other = database.newTenant("Other");

    String ours = service(s -> s.trust(tenant));
    String theirs = service(s -> s.trust(other));
    IssuedCertificate issued = issue(Requests.fresh());

    assertThat(ours).isNotEqualTo(theirs).isEqualTo(service(s -> s.trust(tenant)));
    AuthorityTest.x509(Pem.certificate(issued.certificate()))
        .verify(AuthorityTest.x509(Pem.certificate(ours)).getPublicKey());
    assertThatThrownBy(
            () ->
                AuthorityTest.x509(Pem.certificate(issued.certificate()))
                    .verify(AuthorityTest.x509(Pem.certificate(theirs)).getPublicKey()))
        .isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void aRevokedNameIsListedAndGetsNoOtherCertificate() throws GeneralSecurityException {
    KeyPair key = Authority.newKeyPair();
    IssuedCertificate issued = issue(Requests.of(key));

    X509CRL before = crl();
    revoke();
    X509CRL after = crl();

    BigInteger serial = new BigInteger(issued.serial(), 16);
    assertThat(before.getRevokedCertificate(serial)).isNull();
    assertThat(after.getRevokedCertificate(serial)).isNotNull();
    assertThatThrownBy(() -> issue(Requests.of(key))).hasMessageContaining("SUBJECT_REVOKED");
  }

  @Test
  void aCertificateThatHasEndedLeavesTheList() throws GeneralSecurityException {
    issue(Requests.fresh());
    revoke();
    database.clock().add(Duration.ofHours(7));

    assertThat(crl().getRevokedCertificates()).isNull();
  }

  @Test
  void aGatewaysOldCertificateHoldsUntilItIsSuperseded() throws GeneralSecurityException {
    IssuedCertificate old = service(s -> s.issueForGateway(tenant, "gateway-3", Requests.fresh()));
    IssuedCertificate next = service(s -> s.issueForGateway(tenant, "gateway-3", Requests.fresh()));
    assertThat(crl().getRevokedCertificates()).isNull();

    service(
        s -> {
          s.supersede(tenant, "gateway-3", next.serial());
          return null;
        });

    assertThat(crl().getRevokedCertificate(new BigInteger(old.serial(), 16))).isNotNull();
    assertThat(crl().getRevokedCertificates()).hasSize(1);
  }

  private boolean vouched(String csr, @Nullable String vouch) {
    return service(s -> s.vouches(tenant, NAME, csr, vouch));
  }

  private String sealed(String text) {
    return service(s -> s.seal(tenant, NAME, text));
  }

  private IssuedCertificate issue(String csr) {
    return service(s -> s.issueForServer(tenant, NAME, csr, Duration.ofHours(6)));
  }

  private void revoke() {
    service(
        s -> {
          s.revoke(tenant, NAME, RevocationReason.CESSATION);
          return null;
        });
  }

  private X509CRL crl() throws GeneralSecurityException {
    String pem = service(s -> s.crl(tenant));
    return (X509CRL)
        CertificateFactory.getInstance("X.509")
            .generateCRL(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
  }

  private <T> T service(Function<TransferCertificates, T> call) {
    return database.asPortal(w -> call.apply(w.get(TransferCertificates.class)));
  }
}
