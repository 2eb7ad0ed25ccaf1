package org.yuzuri.portal.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A company that leases servers. */
@Entity
@Table(name = "tenant")
class Tenant {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Version private long version;
  private String name;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private TenantState state;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  /** For Hibernate. */
  Tenant() {}

  Tenant(String name, Instant now) {
    this.name = name;
    this.state = TenantState.OPEN;
    this.createdAt = now;
  }

  void close() {
    state = TenantState.CLOSED;
  }

  boolean isOpen() {
    return state == TenantState.OPEN;
  }

  long id() {
    return id;
  }

  TenantView view() {
    return new TenantView(id, name, state);
  }

  @Override
  public String toString() {
    return "tenant " + id + " since " + createdAt;
  }
}
