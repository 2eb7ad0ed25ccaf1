package org.yuzuri.portal.audit.seal;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** What one check of the whole trail found. Written once. */
@Entity
class AuditCheck {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String node;
  private Instant at;
  private long lastNumber;
  private String finding;

  /** For Hibernate. */
  AuditCheck() {}

  AuditCheck(String node, Instant at, long lastNumber, String finding) {
    this.node = node;
    this.at = at;
    this.lastNumber = lastNumber;
    this.finding = finding;
  }

  @Override
  public String toString() {
    return "check " + id + " of " + node + " at " + at + " up to " + lastNumber + ": " + finding;
  }
}
