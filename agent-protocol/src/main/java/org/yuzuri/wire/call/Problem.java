package org.yuzuri.wire.call;

import org.yuzuri.wire.value.Checks;

/**
 * Body of an error, {@code application/problem+json} (RFC 9457).
 *
 * @param code stable, for programs: capitals and underscores
 * @param detail for a person
 */
public record Problem(int status, String code, String detail) {

  /** Media type of the body. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    Checks.between(status, 400, 599, "status");
    Checks.text(code, 64, "code");
    Checks.present(detail, "detail");
  }
}
