package org.yuzuri.portal.errand;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.yuzuri.portal.platform.NumberedRow;

/** Which command was sent last for a wish of a run. What became of it is kept with the command. */
@Entity
@Table(name = "errand")
class ErrandRow extends NumberedRow {

  private long runId;
  @Column private String name;
  @Column private long agentId;
  private String commandId;
  private int tries;
  @Column private Instant sentAt;

  /** For Hibernate. */
  ErrandRow() {}

  ErrandRow(long runId, String name, long agentId, UUID command, Instant at) {
    this.runId = runId;
    this.name = name;
    sent(agentId, command, at);
  }

  final void sent(long toAgent, UUID command, Instant at) {
    agentId = toAgent;
    commandId = command.toString();
    tries++;
    sentAt = at;
  }

  /** The run that waits for it. */
  long runId() {
    return runId;
  }

  String name() {
    return name;
  }

  /** The last try's command. */
  UUID commandId() {
    return UUID.fromString(commandId);
  }

  int tries() {
    return tries;
  }
}
