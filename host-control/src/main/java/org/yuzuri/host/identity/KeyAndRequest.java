package org.yuzuri.host.identity;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.yuzuri.host.AtomicFiles;

/**
 * A P-256 key and the certificate request for it. Both stay on disk, so that an interrupted
 * enrolment asks with the same key again.
 */
final class KeyAndRequest {

  private KeyAndRequest() {}

  /** The request (PEM) for the key in the file; both are made if the request is not there. */
  static String ensure(Path keyFile, Path requestFile, String commonName) {
    if (!Files.exists(requestFile)) {
      KeyPair pair = generate();
      AtomicFiles.replacePrivate(
          keyFile, PemFiles.encode("PRIVATE KEY", pair.getPrivate().getEncoded()));
      AtomicFiles.replacePrivate(requestFile, request(pair, commonName));
    }
    return PemFiles.read(requestFile);
  }

  /**
   * Checks that the first certificate is for the key of the request: with another one the daemon
   * could not show it.
   *
   * @throws IllegalStateException it is for another key
   */
  static void checkCertifies(String certificates, Path requestFile) {
    PublicKey certified =
        PemFiles.certificates(certificates, "the portal's answer").get(0).getPublicKey();
    if (!Arrays.equals(certified.getEncoded(), publicKey(requestFile))) {
      throw new IllegalStateException(
          "the portal certified another key, expected that of " + requestFile);
    }
  }

  private static byte[] publicKey(Path requestFile) {
    try (PEMParser parser = new PEMParser(new StringReader(PemFiles.read(requestFile)))) {
      return ((PKCS10CertificationRequest) parser.readObject())
          .getSubjectPublicKeyInfo()
          .getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(requestFile + " is no PKCS#10 in PEM", e);
    }
  }

  private static KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no P-256 keys", e);
    }
  }

  private static String request(KeyPair pair, String commonName) {
    try {
      byte[] der =
          new JcaPKCS10CertificationRequestBuilder(
                  new X500Principal("CN=" + commonName), pair.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
              .getEncoded();
      return PemFiles.encode("CERTIFICATE REQUEST", der);
    } catch (OperatorCreationException e) {
      throw new IllegalStateException("this Java cannot sign with P-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
