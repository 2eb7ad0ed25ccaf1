package org.yuzuri.host.portal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Time;

/** Reads and writes keys and certificates as PEM (RFC 7468). */
public final class PemFiles {

  /** As {@link Time#getTime()} writes it. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'GMT'xxx");

  private PemFiles() {}

  /** All certificates of the file in order; at least one. */
  public static List<X509Certificate> certificates(Path file) {
    return certificates(read(file), file.toString());
  }

  /** All certificates of the text in order; at least one. */
  static List<X509Certificate> certificates(String pem, String where) {
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      List<X509Certificate> found =
          factory
              .generateCertificates(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (found.isEmpty()) {
        throw new IllegalStateException(where + " holds no certificate, expected PEM");
      }
      return found;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(where + " is no PEM certificate: " + e.getMessage(), e);
    }
  }

  /** When the certificate begins to hold. */
  static Instant notBefore(X509Certificate certificate) {
    return instant(structure(certificate).getStartDate());
  }

  /** When the certificate ends. */
  static Instant notAfter(X509Certificate certificate) {
    return instant(structure(certificate).getEndDate());
  }

  private static Certificate structure(X509Certificate certificate) {
    try {
      return Certificate.getInstance(certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
  }

  private static Instant instant(Time time) {
    return OffsetDateTime.parse(time.getTime(), TIME).toInstant();
  }

  /** The private key (PKCS#8, elliptic curve) of the file. */
  static PrivateKey privateKey(Path file) {
    String base64 =
        read(file)
            .replace("-----BEGIN PRIVATE KEY-----", "")
            .replace("-----END PRIVATE KEY-----", "")
            .replaceAll("\\s", "");
    try {
      byte[] der = Base64.getDecoder().decode(base64);
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException(file + " is no PKCS#8 private key in PEM", e);
    }
  }

  /** PEM of the bytes under the label, such as {@code CERTIFICATE REQUEST}. */
  static String encode(String label, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }
}
