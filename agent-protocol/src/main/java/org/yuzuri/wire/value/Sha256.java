package org.yuzuri.wire.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 digest as 64 lower-case hexadecimal digits. */
public record Sha256(String hex) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public Sha256 {
    Checks.matching(hex, FORM, "sha256", "64 lower-case hexadecimal digits");
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Sha256 of(String hex) {
    return new Sha256(hex);
  }

  /** A fresh digest, for bytes that arrive piece by piece; {@link #ofDigest} takes it. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** Of the bytes that the digest took. */
  public static Sha256 ofDigest(MessageDigest digest) {
    return ofHash(digest.digest());
  }

  /** Of these bytes. */
  public static Sha256 ofBytes(byte[] bytes) {
    return ofHash(digest().digest(bytes));
  }

  /** Of this text in UTF-8. */
  public static Sha256 ofText(String text) {
    return ofBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Sha256 ofHash(byte[] hash) {
    return new Sha256(HexFormat.of().formatHex(hash));
  }

  @Override
  @JsonValue
  public String toString() {
    return hex;
  }
}
