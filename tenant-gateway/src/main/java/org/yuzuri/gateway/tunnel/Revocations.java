package org.yuzuri.gateway.tunnel;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A revocation list and what it says of certificates. Immutable.
 *
 * <p>The list's signature is for the IKE daemon to check; here it only decides whom to cut off.
 */
record Revocations(Set<BigInteger> serials) {
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException it is none
   */
  static Revocations of(String pem) {
    try {
      X509CRL crl = (X509CRL) factory().generateCRL(bytes(pem));
      return new Revocations(
          crl.getRevokedCertificates() == null
              ? Set.of()
              : crl.getRevokedCertificates().stream()
                  .map(entry -> entry.getSerialNumber())
                  .collect(Collectors.toUnmodifiableSet()));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("crl is no revocation list in PEM: " + e.getMessage(), e);
    }
  }

  /**
   * Whether a tunnel with these certificates may stay: there is one, and none is revoked.
   *
   * @param pem PEM blocks among other text
   */
  boolean allow(String pem) {
    Set<BigInteger> found =
        CERTIFICATE
            .matcher(pem)
            .results()
            .map(match -> serial(match.group()))
            .collect(Collectors.toSet());
    return !found.isEmpty() && found.stream().noneMatch(serials::contains);
  }

  private static BigInteger serial(String pem) {
    try {
      return ((X509Certificate) factory().generateCertificate(bytes(pem))).getSerialNumber();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no certificate in PEM: " + e.getMessage(), e);
    }
  }

  private static CertificateFactory factory() throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509");
  }

  private static ByteArrayInputStream bytes(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
  }
}
