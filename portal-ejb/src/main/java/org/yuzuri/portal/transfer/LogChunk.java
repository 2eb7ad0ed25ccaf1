package org.yuzuri.portal.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.yuzuri.portal.platform.NumberedRow;

/**
 * A piece of an installer's log, in the order in which the portal got them. A transfer keeps the
 * last {@value #MOST_CHARACTERS} characters, in at most {@value #MOST_PIECES} pieces.
 */
@Entity
@Table(name = "transfer_log")
public class LogChunk extends NumberedRow {

  static final int MOST_CHARACTERS = 1 << 20;
  static final int MOST_PIECES = 1000;

  @Column @TenantId private Long tenantId;

  private long transferId;
  private long sequence;
  @Column private Instant receivedAt;

  @Column(length = 100_000)
  private String text;

  /** For Hibernate. */
  LogChunk() {}

  /**
   * A piece that comes now.
   *
   * @param sequence the sender's number of it; only tells whether it came before
   */
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
