package org.yuzuri.portal.audit.seal;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.yuzuri.portal.audit.chain.Checkpoint;
import org.yuzuri.portal.audit.chain.CheckpointFile;

/** How long a node's checkpoint file is, at least. */
@Entity
@Table(name = "audit_checkpoint")
class AuditNote {

  @Id private String node;
  private long line;
  private String mac;

  /** For Hibernate. */
  AuditNote() {}

  AuditNote(String node, Checkpoint checkpoint) {
    this.node = node;
    this.line = checkpoint.line();
    this.mac = checkpoint.mac();
  }

  void grow(Checkpoint checkpoint) {
    if (checkpoint.line() > line) {
      line = checkpoint.line();
      mac = checkpoint.mac();
    }
  }

  CheckpointFile.Noted noted() {
    return new CheckpointFile.Noted(line, mac);
  }
}
