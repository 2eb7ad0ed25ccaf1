package org.yuzuri.portal.site.gateway;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A virtual address that a lease holds. Visible in every session, so that two tenants never share
 * one.
 */
@Entity
@Table(name = "held_address")
class HeldAddress {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "gateway_id")
  private long gatewayId;

  private long address;

  @Column(name = "lease_id")
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
