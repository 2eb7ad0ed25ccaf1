package org.yuzuri.portal.invoice.run;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.YearMonth;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.portal.platform.ProblemException;

/** A run that bills a month. Whoever changes it holds its row's lock. */
@Entity
class InvoiceRun extends NumberedRow {

  @Version private int version;

  @JdbcTypeCode(SqlTypes.CHAR)
  private String month;

  @Enumerated(EnumType.STRING)
  private RunState state;

  @JdbcTypeCode(SqlTypes.TINYINT)
  private @Nullable Byte openSlot;

  private Instant asOf;
  private int issuerVersion;
  private long startedBy;
  private String startedName;
  private String issuedBy = "";
  private @Nullable Instant endedAt;

  /** For Hibernate. */
  InvoiceRun() {}

  InvoiceRun(YearMonth month, Instant asOf, int issuerVersion, Actor by) {
    this.month = month.toString();
    this.state = RunState.REVIEW;
    this.openSlot = 1;
    this.asOf = asOf;
    this.issuerVersion = issuerVersion;
    this.startedBy = by.id();
    this.startedName = by.name();
  }

  /**
   * From now on its documents are issued.
   *
   * @throws ProblemException RUN_NOT_IN_REVIEW, SECOND_PERSON_NEEDED, ISSUER_CHANGED_SINCE_REVIEW
   */
  void issue(Actor by, boolean twoPersons, int issuerNow) {
    checkInReview();
    if (twoPersons && by.id() == startedBy) {
      throw new ProblemException(
          RunProblem.SECOND_PERSON_NEEDED, "run", by.name(), "somebody else than " + startedName);
    }
    if (issuerNow != issuerVersion) {
      throw new ProblemException(
          RunProblem.ISSUER_CHANGED_SINCE_REVIEW, "run", month, "the issuer that was reviewed");
    }
    state = RunState.ISSUING;
    issuedBy = by.name();
  }

  /**
   * Nothing of it is issued.
   *
   * @throws ProblemException RUN_NOT_IN_REVIEW
   */
  void callOff(Instant now) {
    checkInReview();
    end(RunState.CALLED_OFF, now);
  }

  /** Everything of it was looked at. */
  void issued(Instant now) {
    end(RunState.ISSUED, now);
  }

  private void end(RunState last, Instant now) {
    state = last;
    openSlot = null;
    endedAt = now;
  }

  private void checkInReview() {
    if (state != RunState.REVIEW) {
      throw new ProblemException(RunProblem.RUN_NOT_IN_REVIEW, "run", state, "REVIEW");
    }
  }

  YearMonth month() {
    return YearMonth.parse(month);
  }

  RunState state() {
    return state;
  }

  Instant asOf() {
    return asOf;
  }

  String startedName() {
    return startedName;
  }

  String issuedBy() {
    return issuedBy;
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  @Override
  public String toString() {
    return "run " + id() + " of " + month + ", " + version + ", open " + openSlot;
  }
}
