package org.yuzuri.portal.platform;

/** What the receiver of a problem may do about it; decides the HTTP status at the edges. */
public enum ProblemKind {
  /** A rule forbids it or the input is wrong; the user may change it. */
  REFUSED(422),
  /** There is no such thing, or it is another tenant's. */
  NOT_FOUND(404),
  /** Someone else was faster, or the request contradicts an earlier one. */
  CONFLICT(409),
  /** It was there once and is deliberately not given again. */
  GONE(410),
  /** The caller is not who it says or may not do this. */
  FORBIDDEN(403),

  /** The caller has to prove anew who it is; source of the status: RFC 9470, §3. */
  UNPROVEN(401),
  /** More than is taken in one request, however often it is asked. */
  TOO_LARGE(413),
  /** More than is taken in this time; asking again later helps. */
  TOO_MANY(429),
  /** Something has to happen first that nobody can hurry; asking again helps. */
  TOO_EARLY(425),
  /** A part outside the portal does not answer; trying again helps. */
  UNAVAILABLE(503);

  private final int status;

  ProblemKind(int status) {
    this.status = status;
  }

  /** The HTTP status of the edges. */
  public int status() {
    return status;
  }
}
