package org.yuzuri.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** A key as a booting server makes it (ECDSA, P-256), which no server's console ever showed. */
final class ThiefsKey {
  private final KeyPair pair;
  private final String request;

  /**
   * Makes one.
   *
   * @param scratch folder for files of this machine
   */
  ThiefsKey(Path scratch) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      pair = generator.generateKeyPair();
      Path file = scratch.resolve("thief-key.pem");
      String key = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
      Files.writeString(
          file, "-----BEGIN PRIVATE KEY-----\n" + key + "\n-----END PRIVATE KEY-----\n");
      List<String> openssl =
          List.of("openssl", "req", "-new", "-subj", "/CN=thief", "-key", file.toString());
      request = Commands.run(Duration.ofSeconds(20), openssl).orFail();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The request for a certificate of it, PKCS#10 in PEM. */
  String request() {
    return request;
  }

  /** SubjectPublicKeyInfo, DER in Base64 on one line. */
  String publicKey() {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  /** ECDSA with SHA-256 over this text in UTF-8, DER in Base64 on one line. */
  String signature(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
