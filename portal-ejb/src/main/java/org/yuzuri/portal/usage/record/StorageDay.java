package org.yuzuri.portal.usage.record;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;

/** A day for which every tenant's images were measured; the newest is locked by who measures. */
@Entity
class StorageDay {

  @Id private long day;

  private Instant measuredAt;

  /** For Hibernate. */
  StorageDay() {}

  StorageDay(LocalDate day, Instant measuredAt) {
    this.day = day.toEpochDay();
    this.measuredAt = measuredAt;
  }

  LocalDate day() {
    return LocalDate.ofEpochDay(day);
  }

  @Override
  public String toString() {
    return day() + " at " + measuredAt;
  }
}
