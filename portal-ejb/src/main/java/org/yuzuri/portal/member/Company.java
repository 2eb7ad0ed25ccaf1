package org.yuzuri.portal.member;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;

/** What people have to know of the tenant that they belong to; kept by the feature of tenants. */
@Entity
@Immutable
@Table(name = "tenant")
class Company {

  @Id private Long id;

  @Column(insertable = false, updatable = false)
  private String name;

  @Formula("(state <> 'CLOSED')")
  private boolean open;

  /** For Hibernate. */
  Company() {}

  long id() {
    return id;
  }

  String name() {
    return name;
  }

  boolean isOpen() {
    return open;
  }
}
