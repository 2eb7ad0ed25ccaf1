package org.yuzuri.portal.network;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An address that a lease holds. Visible in every session, so that two tenants never share one. */
@Entity
@Table(name = "held_address")
class HeldAddress {

  /** Which kind of network the address is of. */
  enum Kind {
    /** A boot network of the lender. */
    BOOT,
    /** The virtual pool of a tenant gateway. */
    VIRTUAL
  }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private Kind kind;

  @Column(name = "network_id")
  private long networkId;

  private long address;

  @Column(name = "lease_id")
  private long leaseId;

  /** For Hibernate. */
  HeldAddress() {}

  HeldAddress(Kind kind, long networkId, long address, long leaseId) {
    this.kind = kind;
    this.networkId = networkId;
    this.address = address;
    this.leaseId = leaseId;
  }

  boolean isOf(long otherNetwork) {
    return networkId == otherNetwork;
  }

  long address() {
    return address;
  }

  @Override
  public String toString() {
    return kind + " address " + address + " of lease " + leaseId;
  }
}
