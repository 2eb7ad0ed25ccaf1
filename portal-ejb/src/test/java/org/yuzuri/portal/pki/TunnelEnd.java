package org.yuzuri.portal.pki;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** One end of a tunnel, with what it shows and whom it trusts. */
public final class TunnelEnd {

  private final String name;
  private final X509Certificate certificate;
  private final String trust;

  public TunnelEnd(String name, IssuedCertificate issued, String trust) {
    this.name = name;
    this.certificate = certificates(issued.certificate()).get(0);
    this.trust = trust;
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(certificate.getNotAfter().toInstant());
  }

  public String issuer() {
    return certificate.getIssuerX500Principal().getName();
  }

  public void isIssuedBy(X500Principal authority) {
    assertThat(certificate.getIssuerX500Principal()).isEqualTo(authority);
  }

  public BigInteger serial() {
    return certificate.getSerialNumber();
  }

  /** Checks that this end accepts what the other one shows, and that no CA on the way has ended. */
  public void believes(TunnelEnd other, Instant now) throws GeneralSecurityException {
    List<X509Certificate> anchors = certificates(trust);
    assertThat(
            anchors.stream()
                .filter(ca -> ca.getSubjectX500Principal().getName().equals(other.issuer()))
                .toList())
        .as("%s on %s: the CA of %s", name, now, other.name)
        .singleElement()
        .satisfies(ca -> assertThat(ca.getNotAfter()).isAfterOrEqualTo(other.end()));
    Chains.validate(List.of(other.certificate), anchors, now);
  }

  private Date end() {
    return certificate.getNotAfter();
  }

  public static List<X509Certificate> certificates(String pem) {
    return all(pem, X509Certificate.class);
  }

  public static List<X509CRL> lists(String pem) {
    return all(pem, X509CRL.class);
  }

  private static <T> List<T> all(String pem, Class<T> type) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      ByteArrayInputStream bytes = new ByteArrayInputStream(pem.getBytes(US_ASCII));
      return (type == X509CRL.class
              ? factory.generateCRLs(bytes)
              : factory.generateCertificates(bytes))
          .stream().map(type::cast).toList();
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
