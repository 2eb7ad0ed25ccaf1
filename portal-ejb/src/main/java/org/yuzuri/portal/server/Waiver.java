package org.yuzuri.portal.server;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.state.Cause;

/**
 * An operator's word by which a server is in the pool although no run has admitted it. Kept for as
 * long as the server stays there.
 */
@Embeddable
public class Waiver {

  /** Longest reason, in characters. */
  public static final int LONGEST_REASON = 300;

  @Column(name = "waived_by")
  private String by;

  @Column(name = "waived_at")
  private Instant at;

  @Column(name = "waiver_reason")
  private String reason;

  /** For Hibernate. */
  protected Waiver() {}

  private Waiver(String by, Instant at, String reason) {
    this.by = by;
    this.at = at;
    this.reason = reason;
  }

  /** The word that this cause tells of: its actor, its time, and its detail as the reason. */
  static Waiver of(Cause cause) {
    return new Waiver(cause.actor().name(), cause.at(), reason(cause.detail()));
  }

  /**
   * A reason as it is kept: one line, without blanks around.
   *
   * @throws ProblemException INVALID_VALUE: there is none, or it is too long
   */
  static String reason(String typed) {
    String line = typed.strip().replaceAll("\\s+", " ");
    if (line.isEmpty() || line.length() > LONGEST_REASON) {
      throw ProblemException.invalid(
          "waiverReason",
          line.isEmpty() ? "nothing" : line,
          "why no run is needed, in 1 to " + LONGEST_REASON + " characters");
    }
    return line;
  }

  /** Login of the operator. */
  public String by() {
    return by;
  }

  public Instant at() {
    return at;
  }

  /** In the operator's words. */
  public String reason() {
    return reason;
  }
}
