package org.yuzuri.portal.mail.letter;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one person is told.
 *
 * @param key what it is about, in at most 190 characters, such as {@code
 *     lease-ends/17/2026-03-01T12:00:00Z/P7D/3}: the same key is told once, so it names the
 *     receiver
 * @param values those that the kind names, in the forms that {@link MailKind} tells
 * @param until when it has lost its meaning: it is not sent after that; null for three days from
 *     now, which is the longest in any case
 */
public record Letter(
    MailKind kind, Recipient to, String key, Map<String, String> values, @Nullable Instant until) {

  /** Longest key. */
  public static final int LONGEST_KEY = 190;

  public Letter {
    values = Map.copyOf(values);
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException("key: expected 1 to 190 characters, got " + key);
    }
    if (!values.keySet().equals(kind.valueNames())) {
      throw new IllegalArgumentException(
          kind + ": expected the values " + kind.valueNames() + ", got " + values.keySet());
    }
  }

  /** A letter that keeps its meaning for days. */
  public Letter(MailKind kind, Recipient to, String key, Map<String, String> values) {
    this(kind, to, key, values, null);
  }

  /** Without its values: they may open something. */
  @Override
  public String toString() {
    return "Letter[" + kind + " " + key + "]";
  }
}
