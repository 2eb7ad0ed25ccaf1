package org.yuzuri.portal.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.hibernate.annotations.TenantId;
import org.yuzuri.portal.platform.NumberedRow;

/**
 * Something that should not have happened beside the steps, such as a second fetch of a plan. A
 * transfer keeps the first {@value #MOST}: whoever repeats it tells nothing new.
 */
@Entity
public class TransferProblem extends NumberedRow {

  static final int MOST = 200;

  @Column @TenantId private Long tenantId;

  private long transferId;
  private Instant at;

  @Enumerated(EnumType.STRING)
  @Column(name = "code")
  private TransferNote note;

  private String detail;

  /** For Hibernate. */
  TransferProblem() {}

  public TransferProblem(
      long tenantId, long transferId, Instant at, TransferNote note, String detail) {
    this.tenantId = tenantId;
    this.transferId = transferId;
    this.at = at;
    this.note = note;
    this.detail = detail;
  }

  long transferId() {
    return transferId;
  }

  /**
   * The view.
   *
   * @param inside whether the viewer may read which machine or agent asked
   */
  public TransferView.Problem view(boolean inside) {
    return new TransferView.Problem(at, note, inside ? detail : "");
  }
}
