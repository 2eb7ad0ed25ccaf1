package org.yuzuri.portal.state;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** Why something went wrong: whose matter it is, a stable code, and what was found. */
@Embeddable
public class Failure {

  @Enumerated(EnumType.STRING)
  @Column(name = "problem_fault")
  private Fault fault;

  @Column(name = "problem_code")
  private String code;

  @Column(name = "problem_detail")
  private String detail;

  /** For Hibernate. */
  protected Failure() {}

  private Failure(Fault fault, String code, String detail) {
    this.fault = fault;
    this.code = code;
    this.detail = detail;
  }

  /** The failure that this cause tells of; null when it tells of none. */
  @Nullable
  public static Failure of(Cause cause) {
    return cause.fault() == null ? null : new Failure(cause.fault(), cause.code(), cause.detail());
  }

  /** Whose matter it is. */
  public Fault fault() {
    return fault;
  }

  /** Stable code; text {@code reason.CODE}. */
  public String code() {
    return code;
  }

  /** What was found, in plain words; may be empty. */
  public String detail() {
    return detail;
  }
}
