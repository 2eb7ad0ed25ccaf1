package org.yuzuri.portal.member.reset;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody has typed an address whose password is forgotten; it need not be anybody's. */
@Entity
@Table(name = "password_wish")
class PasswordWish {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String address;

  @Column(name = "asked_at", updatable = false)
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
