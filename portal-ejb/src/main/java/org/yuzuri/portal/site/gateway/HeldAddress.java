package org.yuzuri.portal.site.gateway;

import jakarta.persistence.Entity;
import org.yuzuri.portal.platform.NumberedRow;

/**
 * A virtual address that a lease holds. Visible in every session, so that two tenants never share
 * one.
 */
@Entity
class HeldAddress extends NumberedRow {

  private long gatewayId;
  private long address;
  private long leaseId;

  /** For Hibernate. */
  HeldAddress() {}

  HeldAddress(long gatewayId, long address, long leaseId) {
    this.gatewayId = gatewayId;
    this.address = address;
    this.leaseId = leaseId;
  }

  boolean isOf(long otherGateway) {
    return gatewayId == otherGateway;
  }

  long address() {
    return address;
  }

  @Override
  public String toString() {
    return "address " + address + " of lease " + leaseId;
  }
}
