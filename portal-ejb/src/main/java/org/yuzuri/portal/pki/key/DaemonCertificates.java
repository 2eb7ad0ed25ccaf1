package org.yuzuri.portal.pki.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.CertificateProfile;
import org.yuzuri.portal.pki.IssuedCertificate;
import org.yuzuri.portal.pki.Pem;
import org.yuzuri.portal.pki.PkiProblem;
import org.yuzuri.portal.pki.SigningRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.Sha256;

/** Issues the TLS client certificates of daemons, by the issuing CA of the security directory. */
@ApplicationScoped
public class DaemonCertificates {

  @Inject Clock clock;

  /**
   * A certificate for the key of this request, under the name that the portal chose. It ends with
   * the issuing CA at the latest.
   *
   * @throws ProblemException the request is refused; see {@link PkiProblem}
   */
  public IssuedCertificate issue(String commonName, String csr) {
    SigningRequest request = SigningRequest.of(csr);
    Instant now = clock.instant();
    Authority issuing = read();
    X509CertificateHolder certificate =
        issuing.issue(
            CertificateProfile.DAEMON,
            commonName,
            request.key(),
            now,
            CertificateProfile.DAEMON.longestLife(),
            List.of());
    String pem = Pem.of(certificate);
    return new IssuedCertificate(
        certificate.getSerialNumber().toString(16),
        pem,
        pem + Pem.of(issuing.certificate()),
        Sha256.ofBytes(Authority.der(certificate)).hex(),
        Authority.end(certificate));
  }

  /**
   * The roots that daemons are to believe, PEM: those of {@code portal-trust.pem}. Read anew each
   * time, as the issuing CA is: the operator may have put the next one beside the last.
   */
  public String trust() {
    return KeyDirectory.ofThePortal().text(PrepareKeys.TRUST_PEM);
  }

  private static Authority read() {
    try {
      return KeyDirectory.ofThePortal()
          .store(PrepareKeys.ISSUING_FILE)
          .authority(PrepareKeys.ISSUING_ALIAS);
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalStateException(
          "cannot read " + PrepareKeys.ISSUING_FILE + " of the security directory", unreadable);
    }
  }
}
