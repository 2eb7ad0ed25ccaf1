package org.yuzuri.portal.pki;

import org.yuzuri.portal.platform.ProblemCode;
import org.yuzuri.portal.platform.ProblemKind;

/** Why a certificate is not issued. */
public enum PkiProblem implements ProblemCode {
  /** The text is no PKCS#10 certificate request. */
  REQUEST_UNREADABLE(ProblemKind.REFUSED),
  /** The request is not signed by the key it asks a certificate for. */
  POSSESSION_NOT_PROVED(ProblemKind.REFUSED),
  /** The key is of a kind or size that is no longer safe. */
  KEY_TOO_WEAK(ProblemKind.REFUSED),
  /** The key of a leased server is of another kind than its overlay makes. */
  KEY_NOT_P256(ProblemKind.REFUSED),
  /** This subject already has a certificate for another key. */
  OTHER_KEY_CERTIFIED(ProblemKind.CONFLICT),
  /** The certificate of this subject was revoked; it gets no other. */
  SUBJECT_REVOKED(ProblemKind.GONE);

  private final ProblemKind kind;

  PkiProblem(ProblemKind kind) {
    this.kind = kind;
  }

  @Override
  public ProblemKind kind() {
    return kind;
  }
}
