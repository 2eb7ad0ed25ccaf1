package org.yuzuri.host.identity;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.util.encoders.DecoderException;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Reads and writes keys and certificates as PEM (RFC 7468). */
public final class PemFiles {

  private PemFiles() {}

  /** All certificates of the file in order; at least one. */
  public static List<X509Certificate> certificates(Path file) {
    return certificates(read(file), file.toString());
  }

  /** All certificates of the text in order; at least one. */
  static List<X509Certificate> certificates(String pem, String where) {
    JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
    List<X509Certificate> found = new ArrayList<>();
    try {
      for (X509CertificateHolder holder : objects(pem, where, X509CertificateHolder.class)) {
        found.add(converter.getCertificate(holder));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(where + " is no PEM certificate: " + e.getMessage(), e);
    }
    if (found.isEmpty()) {
      throw new IllegalStateException(where + " holds no certificate, expected PEM");
    }
    return found;
  }

  /** The private key (PKCS#8, elliptic curve) of the file. */
  static PrivateKey privateKey(Path file) {
    List<PrivateKeyInfo> keys = objects(read(file), file.toString(), PrivateKeyInfo.class);
    if (keys.isEmpty()) {
      throw new IllegalStateException(file + " holds no private key, expected PKCS#8 in PEM");
    }
    try {
      return KeyFactory.getInstance("EC")
          .generatePrivate(new PKCS8EncodedKeySpec(keys.get(0).getEncoded()));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(file + " is no key of an elliptic curve", e);
    }
  }

  private static <T> List<T> objects(String pem, String where, Class<T> type) {
    List<T> found = new ArrayList<>();
    try (PEMParser parser = new PEMParser(new StringReader(pem))) {
      for (Object next = parser.readObject(); next != null; next = parser.readObject()) {
        if (type.isInstance(next)) {
          found.add(type.cast(next));
        }
      }
    } catch (IOException | DecoderException e) {
      throw new IllegalStateException(where + " is no PEM: " + e.getMessage(), e);
    }
    return found;
  }

  /** PEM of the bytes under the label, such as {@code CERTIFICATE REQUEST}. */
  public static String encode(String label, byte[] der) {
    StringWriter text = new StringWriter();
    try (PemWriter writer = new PemWriter(text)) {
      writer.writeObject(new PemObject(label, der));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be written", e);
    }
    return text.toString();
  }

  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e, e);
    }
  }
}
