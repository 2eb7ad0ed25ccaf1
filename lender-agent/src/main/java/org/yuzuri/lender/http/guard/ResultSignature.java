package org.yuzuri.lender.http.guard;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.StatusCodes;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.value.Sha256;

/**
 * Which key signed what a server tells: headers {@code X-Yuzuri-Key} (SubjectPublicKeyInfo, RFC
 * 5280, 4.1, of a P-256 key) and {@code X-Yuzuri-Signature} (ECDSA with SHA-256 over the exact
 * bytes of the body, RFC 3279, 2.2.3), both in Base64 of DER.
 */
public final class ResultSignature {

  public static final String KEY = "X-Yuzuri-Key";
  public static final String SIGNATURE = "X-Yuzuri-Signature";

  /** The key, 91 bytes when its point is not compressed, takes 124; a signature at most 96. */
  private static final int LONGEST = 124;

  private static final ECParameterSpec P256 = p256();

  private ResultSignature() {}

  /**
   * SHA-256 of the public key that signed the body; null when the request has neither header.
   *
   * @throws BadRequestException one header without the other, no such key, or another signature
   */
  public static @Nullable Sha256 signer(HttpServerExchange exchange, byte[] body) {
    String key = header(exchange, KEY);
    String signature = header(exchange, SIGNATURE);
    if (key == null && signature == null) {
      return null;
    }
    if (key == null || signature == null) {
      throw refused((key == null ? KEY : SIGNATURE) + " is missing, expected it with the other");
    }
    byte[] encoded = bytes(key, KEY);
    if (!isSignedBy(key(encoded), body, bytes(signature, SIGNATURE))) {
      throw refused(SIGNATURE + " is not one of the body by the key in " + KEY);
    }
    return Sha256.ofBytes(encoded);
  }

  /** The only value of the header, or null when there is none. */
  public static @Nullable String header(HttpServerExchange exchange, String name) {
    HeaderValues values = exchange.getRequestHeaders().get(name);
    if (values == null) {
      return null;
    }
    String value = values.getFirst();
    if (values.size() != 1 || value.length() > LONGEST) {
      throw refused(
          name
              + " comes "
              + values.size()
              + " times with "
              + value.length()
              + " characters, expected once with at most "
              + LONGEST);
    }
    return value;
  }

  private static byte[] bytes(String text, String name) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw refused(name + " is not Base64: " + e.getMessage());
    }
  }

  // One key has one encoding: what differs from it would have another fingerprint.
  private static PublicKey key(byte[] encoded) {
    try {
      PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
      if (key instanceof ECPublicKey ec
          && ec.getParams().getCurve().equals(P256.getCurve())
          && ec.getParams().getGenerator().equals(P256.getGenerator())
          && Arrays.equals(key.getEncoded(), encoded)) {
        return key;
      }
      throw refused(KEY + " is a key of another curve, expected P-256");
    } catch (GeneralSecurityException e) {
      throw refused(KEY + " is not the SubjectPublicKeyInfo of a P-256 key: " + e.getMessage());
    }
  }

  private static boolean isSignedBy(PublicKey key, byte[] body, byte[] signature) {
    try {
      Signature check = Signature.getInstance("SHA256withECDSA");
      check.initVerify(key);
      check.update(body);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      throw refused(SIGNATURE + " cannot be checked: " + e.getMessage());
    }
  }

  private static ECParameterSpec p256() {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no P-256", e);
    }
  }

  private static BadRequestException refused(String problem) {
    return new BadRequestException(StatusCodes.BAD_REQUEST, problem);
  }
}
