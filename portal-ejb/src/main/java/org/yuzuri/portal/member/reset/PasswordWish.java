package org.yuzuri.portal.member.reset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.yuzuri.portal.platform.NumberedRow;

/** Somebody has typed an address whose password is forgotten; it need not be anybody's. */
@Entity
class PasswordWish extends NumberedRow {

  private String address;

  @Column(updatable = false)
  private Instant askedAt;

  /** For Hibernate. */
  PasswordWish() {}

  PasswordWish(String address, Instant now) {
    this.address = address;
    this.askedAt = now;
  }

  String address() {
    return address;
  }

  @Override
  public String toString() {
    return "wish " + id() + " of " + askedAt;
  }
}
