package org.yuzuri.portal.member.reset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** Somebody has typed an address whose password is forgotten; it need not be anybody's. */
@Entity
class PasswordWish {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

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
    return "wish " + id + " of " + askedAt;
  }
}
