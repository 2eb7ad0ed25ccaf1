package org.yuzuri.portal.problem;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.NumberedRow;

/** One problem of one thing, from when it was seen first until it was not seen any more. */
@Entity
class StandingProblem extends NumberedRow {

  private String kind;
  private @Nullable String openKey;
  private String node;

  @Enumerated(EnumType.STRING)
  private Severity severity;

  @Enumerated(EnumType.STRING)
  private StandingState state = StandingState.OPEN;

  @Enumerated(EnumType.STRING)
  private Place place;

  private long subjectId;
  private String subjectName;
  private @Nullable String reason;
  private String detail;
  private Instant since;
  @Column private Instant seenAt;
  @Column private @Nullable Instant goneAt;
  @Column private @Nullable Instant acknowledgedAt;
  @Column private @Nullable String acknowledgedBy;
  private @Nullable String note;
  @Column private @Nullable Instant toldAt;

  /** For Hibernate. */
  StandingProblem() {}

  StandingProblem(String kind, String node, Sighting seen, Instant now) {
    this.kind = kind;
    this.node = node;
    this.openKey = key(kind, node, seen);
    this.place = seen.place();
    this.subjectId = seen.id();
    this.since = seen.since();
    seen(seen, now);
  }

  /** What tells it from the others that stand. */
  static String key(String kind, String node, Sighting seen) {
    return kind + "/" + seen.place() + "/" + seen.id() + "/" + node;
  }

  /** It is still so; what was seen of it may be another thing than before. */
  final void seen(Sighting again, Instant now) {
    if (again.severity().compareTo(severity == null ? again.severity() : severity) < 0) {
      reopen(); // it is worse than what was acknowledged
    }
    severity = again.severity();
    subjectName = again.name();
    reason = again.reason();
    detail = again.detail();
    seenAt = now;
  }

  private void reopen() {
    state = StandingState.OPEN;
    acknowledgedAt = null;
    acknowledgedBy = null;
    note = null;
  }

  /** It was not seen any more. */
  void gone(Instant now) {
    state = StandingState.GONE;
    goneAt = now;
    openKey = null;
  }

  /** An operator knows of it. */
  void acknowledge(String by, String words, Instant now) {
    state = StandingState.ACKNOWLEDGED;
    acknowledgedAt = now;
    acknowledgedBy = by;
    note = words;
  }

  /** Whether operators are to be told of it at once: it does not work, and nobody knows. */
  boolean isToBeTold() {
    return state == StandingState.OPEN && severity == Severity.ERROR && toldAt == null;
  }

  /** Operators were told. */
  void told(Instant now) {
    toldAt = now;
  }

  long subjectId() {
    return subjectId;
  }

  String subjectName() {
    return subjectName;
  }

  Instant since() {
    return since;
  }

  boolean isGone() {
    return state == StandingState.GONE;
  }

  String openKey() {
    return openKey == null ? "" : openKey;
  }

  /** What the audit trail calls it. */
  String inTrail() {
    return kind + " of " + place + " " + subjectId + " " + subjectName;
  }

  @Override
  public String toString() {
    return "problem "
        + id()
        + " "
        + inTrail()
        + " since "
        + since
        + " at '"
        + node
        + "': "
        + reason
        + " "
        + detail
        + ", "
        + state
        + " "
        + note;
  }
}
