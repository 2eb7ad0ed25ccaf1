package org.yuzuri.portal.platform.secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;

/**
 * Encrypts secrets before they reach the database: AES-256-GCM, laid out as version (1 byte), nonce
 * (12 bytes), ciphertext with tag. A dump of the database alone discloses none of them.
 *
 * <p>Source: NIST SP 800-38D, §8.2.2 (random nonces; below 2^32 encryptions with a key).
 */
public final class ColumnCipher {

  /** File of the security directory that holds the 32 bytes of the key. */
  public static final String KEY_FILE = "column.key";

  /** Length of the key in bytes. */
  public static final int KEY_BYTES = 32;

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  /** A cipher under this key of 32 bytes. */
  public ColumnCipher(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new ProblemException(
          CommonProblem.NOT_CONFIGURED, KEY_FILE, key.length + " bytes", KEY_BYTES + " bytes");
    }
    this.key = new SecretKeySpec(key, "AES");
  }

  /** The portal's cipher; reads its key once. */
  static ColumnCipher ofThePortal() {
    return Holder.CIPHER;
  }

  /** The stored form of these bytes; different at every call. */
  public byte[] encrypt(byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain);
    return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
        .put(VERSION)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /**
   * The bytes that were encrypted.
   *
   * @throws IllegalStateException another key made this, or it was changed
   */
  public byte[] decrypt(byte[] stored) {
    if (stored.length <= 1 + NONCE_BYTES || stored[0] != VERSION) {
      throw new IllegalStateException(
          "encrypted column of " + stored.length + " bytes is not of version " + VERSION);
    }
    byte[] nonce = Arrays.copyOfRange(stored, 1, 1 + NONCE_BYTES);
    return run(
        Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(stored, 1 + NONCE_BYTES, stored.length));
  }

  private byte[] run(int mode, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException failed) {
      throw new IllegalStateException(
          "encrypted column: wrong key in " + KEY_FILE + ", or changed content", failed);
    }
  }

  private static final class Holder {
    static final ColumnCipher CIPHER = read();

    private static ColumnCipher read() {
      try {
        return new ColumnCipher(Files.readAllBytes(SecurityDirectory.file(KEY_FILE)));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }
}
