package org.yuzuri.gateway.tunnel;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ThreadLocalRandom;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** A CA for tests: certificates as files or for requests, and revocation lists. */
public final class TransferAuthority {
  private final Date before = Date.from(Instant.now().minus(Duration.ofHours(1)));
  private final Date after = Date.from(Instant.now().plus(Duration.ofHours(1)));

  private final X500Name name;
  private final KeyPair pair;
  private long serial = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE / 2);

  /** A new CA. */
  public TransferAuthority() {
    this("transfer-ca");
  }

  /** A new CA of this name. */
  TransferAuthority(String commonName) {
    this(commonName, pair());
  }

  private TransferAuthority(String commonName, KeyPair pair) {
    this.name = new X500Name("CN=" + commonName);
    this.pair = pair;
  }

  /** The CA that another process saved. */
  public static TransferAuthority load(Path file) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
      return new TransferAuthority("transfer-ca", (KeyPair) in.readObject());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Saves the CA for another process. */
  public void save(Path file) throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
      out.writeObject(pair);
    }
  }

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
  public void writeTrust(Path file) throws IOException {
    Files.writeString(file, trust());
  }

  /** Makes a key and a certificate for it; returns the certificate's serial number. */
  public long issue(String commonName, Path keyFile, Path certificateFile) throws IOException {
    KeyPair own = pair();
    Files.writeString(keyFile, pem(new JcaPKCS8Generator(own.getPrivate(), null)));
    Files.writeString(
        certificateFile,
        pem(certificate(new X500Name("CN=" + commonName), own.getPublic(), false)));
    return serial;
  }

  /** The CA's own certificate, PEM. */
  public String trust() throws IOException {
    return pem(certificate(name, pair.getPublic(), true));
  }

  /** A certificate with this name for the key of a certificate request. */
  public String certify(String csr, String commonName) throws IOException {
    try (PEMParser parser = new PEMParser(new StringReader(csr))) {
      PublicKey own =
          new JcaPKCS10CertificationRequest((PKCS10CertificationRequest) parser.readObject())
              .getPublicKey();
      return pem(certificate(new X500Name("CN=" + commonName), own, false));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A revocation list with these serial numbers. */
  public String revocations(long number, long... serials) throws IOException {
    return revocations(before, after, number, serials);
  }

  /** One that has ended since, with these serial numbers. */
  String endedRevocations(long number, long... serials) throws IOException {
    Date begin = Date.from(before.toInstant().minus(Duration.ofHours(1)));
    return revocations(begin, before, number, serials);
  }

  private String revocations(Date from, Date until, long number, long... serials)
      throws IOException {
    X509v2CRLBuilder builder = new X509v2CRLBuilder(name, from);
    builder.setNextUpdate(until);
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

  private Object certificate(X500Name subject, PublicKey own, boolean authority)
      throws IOException {
    try {
      JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
      return new JcaX509v3CertificateBuilder(
              name, BigInteger.valueOf(++serial), before, after, subject, own)
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
          .addExtension(
              Extension.keyUsage,
              true,
              authority
                  ? new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)
                  : new KeyUsage(KeyUsage.digitalSignature))
          .addExtension(
              Extension.subjectAlternativeName,
              false,
              new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")))
          .addExtension(
              Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(own))
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
