package org.yuzuri.portal.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A try to log in with a login that exists. */
@Entity
@Table(name = "sign_in")
class SignIn {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Column(name = "member_id")
  private long memberId;

  private Instant at;
  private String address;
  private String device;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
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
