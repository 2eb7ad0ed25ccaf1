package org.yuzuri.portal.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;

/** When a transfer ended, and what went wrong if something did. */
@Embeddable
class Ending {

  @Column(name = "ended_at")
  private @Nullable Instant at;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "problem_fault")
  private @Nullable Fault fault;

  @Column(name = "problem_code")
  private @Nullable String code;

  @Column(name = "problem_detail")
  private @Nullable String detail;

  /** Not ended. */
  Ending() {}

  Ending(Cause cause, boolean well) {
    at = cause.at();
    fault = cause.fault();
    code = well ? null : cause.code();
    detail = well ? null : cause.detail();
  }

  @Nullable Instant at() {
    return at;
  }

  @Nullable Fault fault() {
    return fault;
  }

  @Nullable String code() {
    return code;
  }

  @Nullable String detail() {
    return detail;
  }
}
