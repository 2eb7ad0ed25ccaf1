package org.yuzuri.portal.platform;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/** A row that the database numbers when it is first stored. */
@MappedSuperclass
public abstract class NumberedRow {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  /** Its number; 0 before it is stored. */
  public long id() {
    return id == null ? 0 : id;
  }
}
