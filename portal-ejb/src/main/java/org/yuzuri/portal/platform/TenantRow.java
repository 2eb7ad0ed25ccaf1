package org.yuzuri.portal.platform;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.hibernate.annotations.TenantId;

/**
 * A row that one tenant owns: sessions of other tenants do not find it (docs/adr/0003). The
 * database numbers it when it is first stored.
 */
@MappedSuperclass
public abstract class TenantRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @TenantId private Long tenantId;

  /** For Hibernate. */
  protected TenantRow() {}

  protected TenantRow(long tenantId) {
    this.tenantId = tenantId;
  }

  /** Its number; not before it is stored. */
  public long id() {
    return id;
  }

  public long tenantId() {
    return tenantId;
  }
}
