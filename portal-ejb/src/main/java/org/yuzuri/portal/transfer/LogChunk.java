package org.yuzuri.portal.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** A piece of an installer's log. A transfer keeps the last {@value #KEPT} of them. */
@Entity
@Table(name = "transfer_log")
public class LogChunk {

  /** Pieces kept of each transfer; a piece has at most 64 KiB. */
  static final int KEPT = 16;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @TenantId
  @Column(name = "tenant_id")
  private Long tenantId;

  @Column(name = "transfer_id")
  private long transferId;

  private long sequence;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(length = 100_000)
  private String text;

  /** For Hibernate. */
  LogChunk() {}

  public LogChunk(Transfer transfer, long sequence, String text, Instant now) {
    this.tenantId = transfer.tenantId();
    this.transferId = transfer.id();
    this.sequence = sequence;
    this.receivedAt = now;
    this.text = text;
  }

  public long transferId() {
    return transferId;
  }

  public long sequence() {
    return sequence;
  }

  public String text() {
    return text;
  }
}
