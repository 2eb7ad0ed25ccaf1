package org.yuzuri.portal.platform;

import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.TenantId;

/** A row that one tenant owns: sessions of other tenants do not find it (docs/adr/0003). */
@MappedSuperclass
public abstract class TenantRow extends NumberedRow {

  @TenantId private Long tenantId;

  /** For Hibernate. */
  protected TenantRow() {}

  protected TenantRow(long tenantId) {
    this.tenantId = tenantId;
  }

  public long tenantId() {
    return tenantId;
  }
}
