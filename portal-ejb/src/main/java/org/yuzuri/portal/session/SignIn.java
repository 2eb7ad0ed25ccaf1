package org.yuzuri.portal.session;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A try to log in with a login that exists. */
@Entity
class SignIn {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private long memberId;
  private Instant at;
  private String address;
  private String device;

  @Enumerated(EnumType.STRING)
  private SignInResult result;

  /** For Hibernate. */
  SignIn() {}

  SignIn(long memberId, Instant at, Origin origin, SignInResult result) {
    this.memberId = memberId;
    this.at = at;
    this.address = origin.address();
    this.device = origin.device();
    this.result = result;
  }

  SignInView view() {
    return new SignInView(at, new Origin(address, device), result);
  }

  @Override
  public String toString() {
    return "try " + id + " of member " + memberId + ": " + result;
  }
}
