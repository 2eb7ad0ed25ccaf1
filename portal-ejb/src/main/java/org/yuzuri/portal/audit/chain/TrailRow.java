package org.yuzuri.portal.audit.chain;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.audit.chain.AuditKeys.Verdict;

/**
 * One entry of the trail as it is stored.
 *
 * <p>Its <em>mark</em> is made when it is written, so that nobody without the key adds one; its
 * <em>seal</em> is made a little later under the lock of the chain's end, so that none can be
 * changed, removed or moved.
 *
 * @param actorKind name of the kind, as stored
 * @param mark {@code NONCE:KEY:HMAC}; null for entries that are older than marks
 * @param sealNumber place in the chain, 1 for the first; null until it is sealed
 * @param seal {@code KEY:HMAC}; null until it is sealed
 */
public record TrailRow(
    long id,
    long tenantId,
    Instant at,
    String actorKind,
    long actorId,
    String actorName,
    String source,
    String action,
    String subject,
    String detail,
    @Nullable String mark,
    @Nullable Long sealNumber,
    @Nullable String seal) {

  private static final int NONCE_BYTES = 16;
  private static final int NONCE_LENGTH = 2 * NONCE_BYTES;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new mark over what was done; the id is not known yet, the nonce makes it unique. */
  public String markWith(AuditKeys keys) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    String text = HexFormat.of().formatHex(nonce);
    return text + ":" + keys.sign(parts("mark", text));
  }

  /** Whether the portal wrote this entry. An entry without a mark is {@code FORGED}. */
  public Verdict judgeMark(AuditKeys keys) {
    if (mark == null || mark.length() <= NONCE_LENGTH || mark.charAt(NONCE_LENGTH) != ':') {
      return Verdict.FORGED;
    }
    String nonce = mark.substring(0, NONCE_LENGTH);
    return keys.judge(mark.substring(NONCE_LENGTH + 1), parts("mark", nonce));
  }

  /** The seal of this entry at this place. */
  public String sealWith(AuditKeys keys, long number, String previousSeal) {
    return keys.sign(parts("seal", number, previousSeal, id, mark));
  }

  /** Whether the entry still is what was sealed at this place. */
  public Verdict judgeSeal(AuditKeys keys, long number, String previousSeal) {
    if (seal == null || sealNumber == null || sealNumber != number) {
      return Verdict.FORGED;
    }
    return keys.judge(seal, parts("seal", number, previousSeal, id, mark));
  }

  private Object[] parts(@Nullable Object... before) {
    return Stream.concat(
            Stream.of(before),
            Stream.of(tenantId, at, actorKind, actorId, actorName, source, action, subject, detail))
        .map(String::valueOf)
        .toArray();
  }
}
