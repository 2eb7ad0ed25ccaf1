package org.yuzuri.portal.audit.seal;

import jakarta.persistence.Entity;
import java.time.Instant;
import org.yuzuri.portal.platform.NumberedRow;

/** What one check of the whole trail found. Written once. */
@Entity
class AuditCheck extends NumberedRow {

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
    return "check " + id() + " of " + node + " at " + at + " up to " + lastNumber + ": " + finding;
  }
}
