package org.yuzuri.portal.audit.chain;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;

/**
 * The keys of the audit trail: file {@value #FILE} of the security directory, one key a line,
 * {@code ID KEY} with ID 1, 2, … and KEY 64 hexadecimal digits. The key with the highest id makes
 * what is new, the others are kept to check what they made. Immutable.
 *
 * <p>Source: HMAC of RFC 2104 with SHA-256; a key as long as the hash (RFC 2104, §3).
 */
public final class AuditKeys {

  /** The file's name. */
  public static final String FILE = "audit.keys";

  private static final int KEY_BYTES = 32;
  private static final Pattern LINE = Pattern.compile("([1-9][0-9]{0,5}) ([0-9a-f]{64})");
  private static final String ALGORITHM = "HmacSHA256";

  private final TreeMap<Integer, SecretKeySpec> byId = new TreeMap<>();

  /** What a code is worth. */
  public enum Verdict {
    /** It was made with one of the keys over this content. */
    GOOD("fits"),
    /** It was not. */
    FORGED("does not fit: changed, moved or added by another"),
    /** It names a key that is not in the file. */
    UNKNOWN_KEY("names a key that is not in " + FILE);

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    /** What follows the name of what was judged. */
    public String text() {
      return text;
    }
  }

  private AuditKeys(List<String> lines, Path file) {
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches() || byId.containsKey(Integer.valueOf(matcher.group(1)))) {
        throw new ProblemException(
            CommonProblem.NOT_CONFIGURED,
            FILE,
            "line " + (byId.size() + 1) + " of " + file,
            "a new id and 64 hexadecimal digits");
      }
      byId.put(
          Integer.valueOf(matcher.group(1)),
          new SecretKeySpec(HexFormat.of().parseHex(matcher.group(2)), ALGORITHM));
    }
    if (byId.isEmpty()) {
      throw new ProblemException(CommonProblem.NOT_CONFIGURED, FILE, file, "at least one key");
    }
  }

  /**
   * The keys in this file.
   *
   * @throws ProblemException NOT_CONFIGURED: a line is no key, or there is none
   * @throws IOException it cannot be read
   */
  public static AuditKeys read(Path file) throws IOException {
    return new AuditKeys(Files.readAllLines(file, StandardCharsets.US_ASCII), file);
  }

  /** Makes the file with one key, mode 0600. */
  public static void make(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    append(file, 1);
  }

  /**
   * Adds a key, which is the one in use from then on.
   *
   * @return its id
   */
  public static int rotate(Path file) throws IOException {
    int next = read(file).byId.lastKey() + 1;
    append(file, next);
    return next;
  }

  private static void append(Path file, int id) throws IOException {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    String line = id + " " + HexFormat.of().formatHex(key) + "\n";
    try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.APPEND))) {
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
  }

  /** The code over these parts, in this order, under the newest key: {@code ID:HEX}. */
  public String sign(Object... parts) {
    Map.Entry<Integer, SecretKeySpec> newest = byId.lastEntry();
    return newest.getKey() + ":" + hmac(newest.getValue(), parts);
  }

  /** Whether this code was made over these parts, by whichever key it names. */
  public Verdict judge(String code, Object... parts) {
    int colon = code.indexOf(':');
    if (colon < 1 || !code.substring(0, colon).matches("[1-9][0-9]{0,5}")) {
      return Verdict.FORGED;
    }
    SecretKeySpec key = byId.get(Integer.valueOf(code.substring(0, colon)));
    if (key == null) {
      return Verdict.UNKNOWN_KEY;
    }
    boolean same =
        MessageDigest.isEqual(
            hmac(key, parts).getBytes(StandardCharsets.US_ASCII),
            code.substring(colon + 1).getBytes(StandardCharsets.UTF_8));
    return same ? Verdict.GOOD : Verdict.FORGED;
  }

  /** Each part with its length before it, so that no two lists of parts read the same. */
  private static String hmac(SecretKeySpec key, Object... parts) {
    StringBuilder content = new StringBuilder();
    for (Object part : parts) {
      String text = String.valueOf(part);
      content.append(text.length()).append(':').append(text);
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] code = mac.doFinal(content.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(code);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }
}
