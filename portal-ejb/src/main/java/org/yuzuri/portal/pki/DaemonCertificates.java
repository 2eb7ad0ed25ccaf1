package org.yuzuri.portal.pki;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.secret.SecurityDirectory;
import org.yuzuri.wire.value.Sha256;

/** Issues the TLS client certificates of daemons, by the issuing CA of the security directory. */
@ApplicationScoped
public class DaemonCertificates {

  /**
   * How long a daemon's certificates hold. Short, because a copied key serves its thief until the
   * daemon's next renewal at most; not shorter, because the last third is what an outage of either
   * side may take without a new enrolment: 30 days.
   */
  static final Duration LIFE = Duration.ofDays(90);

  @Inject Clock clock;

  private volatile @Nullable Authority issuing;

  /**
   * A certificate for the key of this request, under the name that the portal chose.
   *
   * @throws ProblemException the request is refused; see {@link PkiProblem}
   */
  public IssuedCertificate issue(String commonName, String csr) {
    SigningRequest request = SigningRequest.of(csr);
    Instant now = clock.instant();
    X509CertificateHolder certificate =
        authority()
            .issue(
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
        pem + Pem.of(authority().certificate()),
        Sha256.ofBytes(Authority.der(certificate)).hex(),
        now.plus(CertificateProfile.DAEMON.longestLife()));
  }

  private Authority authority() {
    Authority known = issuing;
    if (known == null) {
      known = read();
      issuing = known;
    }
    return known;
  }

  private static Authority read() {
    try {
      String password = Files.readString(SecurityDirectory.file(PrepareKeys.PASSWORD_FILE)).strip();
      return new KeyStoreFile(
              SecurityDirectory.file(PrepareKeys.ISSUING_FILE), password.toCharArray())
          .authority(PrepareKeys.ISSUING_ALIAS);
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new IllegalStateException(
          "cannot read " + PrepareKeys.ISSUING_FILE + " of the security directory", unreadable);
    }
  }
}
