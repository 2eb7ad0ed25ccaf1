package org.yuzuri.portal.reporting.revenue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** When a month's revenue was reckoned last. Its row's lock is held meanwhile. */
@Entity
@Table(name = "reckoned_month")
class ReckonedMonth {

  @Id private String month;
  @Version private int version;

  private Instant reckonedAt;

  /** For Hibernate. */
  ReckonedMonth() {}

  ReckonedMonth(String month, Instant now) {
    this.month = month;
    this.reckonedAt = now;
  }

  Instant reckonedAt() {
    return reckonedAt;
  }

  void reckoned(Instant now) {
    reckonedAt = now;
  }

  @Override
  public String toString() {
    return month + " " + version + " at " + reckonedAt;
  }
}
