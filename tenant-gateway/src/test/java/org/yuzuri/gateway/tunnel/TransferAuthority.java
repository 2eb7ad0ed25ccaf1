package org.yuzuri.gateway.tunnel;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A transfer CA for tests: certificates as files, and revocation lists. */
final class TransferAuthority {
  private final Date before = Date.from(Instant.now().minus(Duration.ofHours(1)));
  private final Date after = Date.from(Instant.now().plus(Duration.ofHours(1)));

  private final X500Name name = new X500Name("CN=transfer-ca");
  private final KeyPair pair = pair();
  private long serial;

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes the CA's own certificate. */
  void writeTrust(Path file) throws IOException {
    Files.writeString(file, pem(certificate(name, pair, true)));
  }

  /** Makes a key and a certificate for it; returns the certificate's serial number. */
  long issue(String commonName, Path keyFile, Path certificateFile) throws IOException {
    KeyPair own = pair();
    Files.writeString(keyFile, pem(new JcaPKCS8Generator(own.getPrivate(), null)));
    Files.writeString(
        certificateFile, pem(certificate(new X500Name("CN=" + commonName), own, false)));
    return serial;
  }

  /** A revocation list with these serial numbers. */
  String revocations(long number, long... serials) throws IOException {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(name, before);
    builder.setNextUpdate(after);
    for (long revoked : serials) {
      builder.addCRLEntry(BigInteger.valueOf(revoked), before, CRLReason.cessationOfOperation);
    }
    builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
    try {
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return pem(builder.build(signer()));
  }

  private Object certificate(X500Name subject, KeyPair own, boolean authority) throws IOException {
    try {
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      return new JcaX509v3CertificateBuilder(
              name, BigInteger.valueOf(++serial), before, after, subject, own.getPublic())
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
          .addExtension(
              Extension.keyUsage,
              true,
              authority
                  ? new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)
                  : new KeyUsage(KeyUsage.digitalSignature))
          .addExtension(
              Extension.subjectKeyIdentifier,
              false,
              extensions.createSubjectKeyIdentifier(own.getPublic()))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              extensions.createAuthorityKeyIdentifier(pair.getPublic()))
          .build(signer());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private ContentSigner signer() {
    try {
      return new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
    } catch (OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(Object object) throws IOException {
    StringWriter text = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
      writer.writeObject(object);
    }
    return text.toString();
  }
}
