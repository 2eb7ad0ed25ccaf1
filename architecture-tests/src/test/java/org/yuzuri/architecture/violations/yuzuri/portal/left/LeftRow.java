package org.yuzuri.architecture.violations.yuzuri.portal.left;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.yuzuri.architecture.violations.yuzuri.portal.left.inner.Inner;

/** An entity that leaves its feature; one half of a cycle inside it. */
@Entity
public class LeftRow {
  @Id Long id;

  Inner inner;
}
