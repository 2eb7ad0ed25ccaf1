package org.yuzuri.architecture.violations.portal.order;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity that a page gets hold of. */
@Entity
public class OrderRow {
  @Id Long id;
}
