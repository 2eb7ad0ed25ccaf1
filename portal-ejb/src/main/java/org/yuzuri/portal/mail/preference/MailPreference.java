package org.yuzuri.portal.mail.preference;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.platform.NumberedRow;

/** A kind of mail that a member has switched off. */
@Entity
class MailPreference extends NumberedRow {

  private long memberId;

  @Enumerated(EnumType.STRING)
  private MailKind kind;

  /** For Hibernate. */
  MailPreference() {}

  MailPreference(long memberId, MailKind kind) {
    this.memberId = memberId;
    this.kind = kind;
  }

  MailKind kind() {
    return kind;
  }

  @Override
  public String toString() {
    return "preference " + id() + " of member " + memberId + ": no " + kind;
  }
}
