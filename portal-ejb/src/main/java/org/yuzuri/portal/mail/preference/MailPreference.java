package org.yuzuri.portal.mail.preference;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.yuzuri.portal.mail.letter.MailKind;

/** A kind of mail that a member has switched off. */
@Entity
class MailPreference {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

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
    return "preference " + id + " of member " + memberId + ": no " + kind;
  }
}
