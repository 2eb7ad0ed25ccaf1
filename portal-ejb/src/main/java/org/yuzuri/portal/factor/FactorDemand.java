package org.yuzuri.portal.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Whether a tenant wants a second factor of each member: one column of the tenant's row. */
@Entity
@Table(name = "tenant")
class FactorDemand {

  @Id
  @Column(name = "id")
  private Long tenantId;

  @Column(name = "second_factor_required")
  private boolean required;

  /** For Hibernate. */
  FactorDemand() {}

  boolean isRequired() {
    return required;
  }

  void require(boolean wanted) {
    required = wanted;
  }

  @Override
  public String toString() {
    return "second factor wanted of tenant " + tenantId + ": " + required;
  }
}
