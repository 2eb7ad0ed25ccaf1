package org.yuzuri.portal.agent;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.pki.IssuedCertificate;

/** The TLS client certificate by which a daemon is known. Immutable. */
@Embeddable
public class AgentCertificate {

  /** Daemons ask for the next one when 2/3 are over and then every hour. */
  private static final int LATE_EIGHTHS = 7;

  private @Nullable String fingerprint;

  @Column(name = "certificate_serial")
  private String serial;

  @Column(name = "certificate_issued_at")
  private @Nullable Instant issuedAt;

  @Column(name = "certificate_not_after")
  private Instant notAfter;

  /** For Hibernate. */
  AgentCertificate() {}

  private AgentCertificate(
      @Nullable String fingerprint, String serial, @Nullable Instant issuedAt, Instant notAfter) {
    this.fingerprint = fingerprint;
    this.serial = serial;
    this.issuedAt = issuedAt;
    this.notAfter = notAfter;
  }

  public static AgentCertificate of(IssuedCertificate issued, Instant now) {
    return new AgentCertificate(issued.fingerprint(), issued.serial(), now, issued.notAfter());
  }

  /** The same, by which nobody is known any more. */
  public AgentCertificate revoked() {
    return new AgentCertificate(null, serial, issuedAt, notAfter);
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(notAfter);
  }

  /** Whether the next one should have taken its place: 7/8 of its life are over. */
  public boolean isLate(Instant now) {
    return issuedAt != null && isLate(issuedAt, notAfter, now);
  }

  public static boolean isLate(Instant from, Instant until, Instant now) {
    Duration most = Duration.between(from, until).multipliedBy(LATE_EIGHTHS).dividedBy(8);
    return now.isAfter(from.plus(most));
  }

  public boolean isKnownBy(String print) {
    return print.equals(fingerprint);
  }

  @Nullable String fingerprint() {
    return fingerprint;
  }

  public String serial() {
    return serial;
  }

  public Instant notAfter() {
    return notAfter;
  }
}
