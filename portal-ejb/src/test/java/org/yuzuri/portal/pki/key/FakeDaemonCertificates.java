package org.yuzuri.portal.pki.key;

import java.time.Clock;
import java.time.Duration;
import org.yuzuri.portal.pki.IssuedCertificate;
import org.yuzuri.wire.value.Sha256;

/** Certifies without the security directory's CA, for 90 days; one fingerprint a request. */
public final class FakeDaemonCertificates extends DaemonCertificates {

  private static final String PEM = "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n";

  private final Clock testClock;

  public FakeDaemonCertificates(Clock testClock) {
    this.testClock = testClock;
  }

  /** How the certificate for this request will be known. */
  public static String fingerprint(String csr) {
    return Sha256.ofText(csr).hex();
  }

  @Override
  public String trust() {
    return PEM.formatted("root");
  }

  @Override
  public IssuedCertificate issue(String commonName, String csr) {
    String print = fingerprint(csr);
    String pem = PEM.formatted(print);
    return new IssuedCertificate(
        print.substring(0, 32), pem, pem, print, testClock.instant().plus(Duration.ofDays(90)));
  }
}
