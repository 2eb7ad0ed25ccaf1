package org.yuzuri.host.portal;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.yuzuri.host.AtomicFiles;
import org.yuzuri.host.identity.PemFiles;

/** A small CA for tests: its root, a portal's TLS for 127.0.0.1, and certificates for requests. */
public final class TestAuthority {

  private static final char[] IN_MEMORY = {};

  private final KeyPair key = newKey();
  private final X509Certificate root;
  private long serial;

  public TestAuthority() {
    this.root = sign("CN=test root", key.getPublic(), true);
  }

  public Path writeRoot(Path directory) {
    Path file = directory.resolve("root.pem");
    AtomicFiles.replace(file, pem(root));
    return file;
  }

  String certify(String csr) {
    try (PEMParser parser = new PEMParser(new StringReader(csr))) {
      var request =
          new JcaPKCS10CertificationRequest((PKCS10CertificationRequest) parser.readObject());
      return pem(sign("CN=agent", request.getPublicKey(), false));
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** PEM of its own certificate. */
  String root() {
    return pem(root);
  }

  /**
   * @param daemons issued the certificates of those that call
   */
  SSLContext portalTls(TestAuthority daemons) {
    try {
      KeyPair portalKey = newKey();
      X509Certificate certificate = sign("CN=portal", portalKey.getPublic(), false);
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, IN_MEMORY);
      keys.setKeyEntry(
          "portal", portalKey.getPrivate(), IN_MEMORY, new Certificate[] {certificate});
      keys.setCertificateEntry("root", daemons.root);
      KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
      own.init(keys, IN_MEMORY);
      TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
      trusted.init(keys);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private X509Certificate sign(String subject, PublicKey subjectKey, boolean authority) {
    try {
      Instant now = Instant.now();
      serial++;
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Principal("CN=test root"),
              BigInteger.valueOf(serial),
              Date.from(now.minusSeconds(60)),
              Date.from(now.plusSeconds(3600)),
              new X500Principal(subject),
              subjectKey);
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
      return new JcaX509CertificateConverter()
          .getCertificate(
              builder.build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())));
    } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String pem(X509Certificate certificate) {
    try {
      return PemFiles.encode("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
