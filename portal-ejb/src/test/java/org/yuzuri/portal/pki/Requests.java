package org.yuzuri.portal.pki;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Certificate requests as daemons and servers send them. */
public final class Requests {

  private Requests() {}

  /** A good request for a new P-256 key. */
  public static String fresh() {
    return of(Authority.newKeyPair());
  }

  /** Requests that no leased server makes, by what is wrong with them. */
  public static Map<String, String> hostile() {
    return Map.of(
        "another curve", of(ecKeyPair("secp384r1")),
        "another kind of key", of(keyPair("RSA", 3072)),
        "signed by another key", signedByAnother(Authority.newKeyPair(), Authority.newKeyPair()),
        "huge", fresh() + "\n".repeat(16_384),
        "none at all", "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n");
  }

  public static String of(KeyPair pair) {
    String algorithm = pair.getPublic().getAlgorithm();
    String signature = algorithm.equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
    return signed(pair, pair, algorithm.equals("EdDSA") ? "Ed25519" : signature);
  }

  /** A request for one key, signed by another. */
  static String signedByAnother(KeyPair wanted, KeyPair signer) {
    return signed(wanted, signer, "SHA256withECDSA");
  }

  static KeyPair keyPair(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  static KeyPair keyPair(String algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  static KeyPair ecKeyPair(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String signed(KeyPair wanted, KeyPair signer, String algorithm) {
    try {
      return Pem.of(
          new JcaPKCS10CertificationRequestBuilder(
                  new X500Name("CN=whatever the sender likes"), wanted.getPublic())
              .build(new JcaContentSignerBuilder(algorithm).build(signer.getPrivate())));
    } catch (OperatorCreationException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
