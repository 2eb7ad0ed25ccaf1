package org.yuzuri.portal.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What one tenant may have at once; orders of one tenant wait for its row. */
@Entity
@Table(name = "tenant_limit")
class TenantLimit {

  @Id
  @Column(name = "tenant_id")
  private long tenantId;

  @Column(name = "servers_in_preparation")
  private @Nullable Integer serversInPreparation;

  /** For Hibernate. */
  TenantLimit() {}

  TenantLimit(long tenantId) {
    this.tenantId = tenantId;
  }

  /** Servers that are not handed over yet; null where the portal's default counts. */
  @Nullable Integer serversInPreparation() {
    return serversInPreparation;
  }

  @Override
  public String toString() {
    return "limit of tenant " + tenantId;
  }
}
