package org.yuzuri.portal.audit.seal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.yuzuri.portal.audit.AuditEntry;
import org.yuzuri.portal.audit.chain.AuditKeys;
import org.yuzuri.portal.audit.chain.TrailEnd;

/** The end of the chain: one row, locked by whoever lengthens it. */
@Entity
class AuditSeal {

  static final int ONLY = 1;

  @Id private int id;

  private long lastNumber;
  private String lastSeal;

  /** For Hibernate. */
  AuditSeal() {}

  void append(AuditEntry entry, AuditKeys keys) {
    entry.seal(keys, lastNumber + 1, lastSeal);
    lastNumber++;
    lastSeal = String.valueOf(entry.row().seal());
  }

  TrailEnd end() {
    return new TrailEnd(lastNumber, lastSeal);
  }
}
