package org.yuzuri.portal.reconciliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Known;

/** What a lender agent told last. */
@Entity
class KnownServers {

  private static final WireCodec CODEC = new WireCodec();

  @Id private long agentId;

  private long epoch;
  private Instant toldAt;

  @Column(length = 16_777_215)
  private String report;

  /** For Hibernate. */
  KnownServers() {}

  KnownServers(long agentId, Known known, Instant now) {
    this.agentId = agentId;
    this.epoch = known.epoch();
    this.toldAt = now;
    this.report = CODEC.encode(known);
  }

  long agentId() {
    return agentId;
  }

  Known known() {
    return (Known) CODEC.decode(report, AgentReport.class);
  }

  @Override
  public String toString() {
    return "agent " + agentId + " at " + toldAt + " in epoch " + epoch;
  }
}
