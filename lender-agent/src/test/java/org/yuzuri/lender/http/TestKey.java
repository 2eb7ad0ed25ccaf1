package org.yuzuri.lender.http;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.wire.value.Sha256;

/**
 * A key on P-256, of a server or of somebody else, and what it signs. The signed text is written
 * here once more, as docs/contracts.md has it.
 */
final class TestKey {

  private final KeyPair pair;

  TestKey() {
    this("secp256r1");
  }

  /**
   * A key on another curve.
   *
   * @param curve its name in SEC 2
   */
  TestKey(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its SubjectPublicKeyInfo in DER. */
  byte[] publicKey() {
    return pair.getPublic().getEncoded();
  }

  /** The same in Base64, as the header carries it. */
  String encoded() {
    return base64(publicKey());
  }

  Sha256 fingerprint() {
    return Sha256.ofBytes(publicKey());
  }

  /** A certificate for it in PEM, as the portal answers. */
  String certificate() {
    try {
      X500Name name = new X500Name("CN=test");
      Date now = Date.from(BootCommands.NOW);
      byte[] encoded =
          new JcaX509v3CertificateBuilder(name, BigInteger.ONE, now, now, name, pair.getPublic())
              .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
              .getEncoded();
      return "-----BEGIN CERTIFICATE-----\n" + base64(encoded) + "\n-----END CERTIFICATE-----\n";
    } catch (OperatorCreationException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A beat of the boot that tests serve. */
  HttpRequest.Builder beat(TestBootServer server, long number, String rest) {
    String body = "sequence=" + number + "&" + rest;
    return signed(server.request("beat"), "beat " + BootCommands.TOKEN + " " + number, body);
  }

  /** A piece of the log of the boot that tests serve. */
  HttpRequest.Builder log(TestBootServer server, long number, String text) {
    return signed(
        server.request("log?sequence=" + number), "log " + BootCommands.TOKEN + " " + number, text);
  }

  /** Posts the body, with this key's signature of it behind a line that says what it is. */
  HttpRequest.Builder signed(HttpRequest.Builder request, String whatItIs, String body) {
    return request
        .POST(BodyPublishers.ofString(body))
        .header("X-Yuzuri-Key", encoded())
        .header("X-Yuzuri-Signature", signature("yuzuri " + whatItIs + "\n" + body));
  }

  /** Posts a result, with this key's signature of it. */
  HttpRequest.Builder result(HttpRequest.Builder request, String body) {
    return request
        .POST(BodyPublishers.ofString(body))
        .header("X-Yuzuri-Key", encoded())
        .header("X-Yuzuri-Signature", signature(body));
  }

  /** Its signature of a text, in Base64. */
  String signature(String text) {
    try {
      Signature signing = Signature.getInstance("SHA256withECDSA");
      signing.initSign(pair.getPrivate());
      signing.update(text.getBytes(StandardCharsets.UTF_8));
      return base64(signing.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
