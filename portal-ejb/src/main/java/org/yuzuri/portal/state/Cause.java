package org.yuzuri.portal.state;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Actor;

/**
 * Why and when something changed: what each event row carries beside the states.
 *
 * @param actor who
 * @param at when
 * @param code stable reason code, key of the message shown; {@code [A-Z0-9_]{1,64}}
 * @param detail what was found, in plain words, at most {@value #DETAIL_LENGTH} characters
 * @param fault whose matter it is; null unless this is a failure
 */
public record Cause(Actor actor, Instant at, String code, String detail, @Nullable Fault fault) {

  /** Longest detail, as in the database; longer ones are cut. */
  public static final int DETAIL_LENGTH = 1000;

  public Cause {
    Objects.requireNonNull(actor, "actor");
    Objects.requireNonNull(at, "at");
    if (!code.matches("[A-Z0-9_]{1,64}")) {
      throw new IllegalArgumentException("code: expected [A-Z0-9_]{1,64}, got " + code);
    }
    detail = detail.length() > DETAIL_LENGTH ? detail.substring(0, DETAIL_LENGTH) : detail;
  }

  /** An ordinary change. */
  public static Cause of(Actor actor, Instant at, String code) {
    return new Cause(actor, at, code, "", null);
  }

  /** A failure. */
  public static Cause failure(Actor actor, Instant at, Fault fault, String code, String detail) {
    return new Cause(actor, at, code, detail, Objects.requireNonNull(fault, "fault"));
  }
}
