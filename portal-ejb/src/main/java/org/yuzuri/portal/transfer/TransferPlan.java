package org.yuzuri.portal.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.TenantId;
import org.yuzuri.portal.platform.secret.EncryptedText;

/** The install plan of a transfer; it holds the tenant's secrets and is therefore encrypted. */
@Entity
public class TransferPlan {

  @Id private Long transferId;

  @Column @TenantId private Long tenantId;

  @Convert(converter = EncryptedText.class)
  @Column(name = "plan_text", length = 16_000_000)
  private String text;

  @Convert(converter = EncryptedText.class)
  @Column(length = 16_000_000)
  private String origins;

  /** For Hibernate. */
  TransferPlan() {}

  TransferPlan(Transfer transfer, String text, String origins) {
    this.transferId = transfer.id();
    this.tenantId = transfer.tenantId();
    this.text = text;
    this.origins = origins;
  }

  long transferId() {
    return transferId;
  }

  public String text() {
    return text;
  }

  /** Who set each line: one word for each line of the text, separated by line feeds. */
  public String origins() {
    return origins;
  }
}
