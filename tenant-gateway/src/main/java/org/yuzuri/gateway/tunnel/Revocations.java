package org.yuzuri.gateway.tunnel;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Revocation lists and what they say of certificates. Immutable.
 *
 * <p>The lists' signatures are for the IKE daemon to check; here they only decide whom to cut off.
 */
record Revocations(Set<BigInteger> serials) {
  /**
   * Reads the lists of all CAs; serial numbers are random and differ between them, too.
   *
   * @param pem one or more, one behind the other
   * @throws IllegalArgumentException there is none, or one is none
   */
  static Revocations of(String pem) {
    List<String> lists = PemBlocks.revocationLists(pem);
    if (lists.isEmpty()) {
      throw new IllegalArgumentException("crl is no revocation list in PEM");
    }
    try {
      Set<BigInteger> serials = new HashSet<>();
      for (String list : lists) {
        X509CRL crl = (X509CRL) factory().generateCRL(bytes(list));
        if (crl.getRevokedCertificates() != null) {
          crl.getRevokedCertificates().forEach(entry -> serials.add(entry.getSerialNumber()));
        }
      }
      return new Revocations(Set.copyOf(serials));
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
        PemBlocks.certificates(pem).stream().map(Revocations::serial).collect(Collectors.toSet());
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
