package org.yuzuri.portal.invoice;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The end of a series of numbers. */
@Entity
class InvoiceNumber {

  /** Which series of which year. */
  @Embeddable
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private String series;

    private int year;

    /** For Hibernate. */
    Key() {}

    Key(String series, int year) {
      this.series = series;
      this.year = year;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && series.equals(key.series) && year == key.year;
    }

    @Override
    public int hashCode() {
      return Objects.hash(series, year);
    }
  }

  @EmbeddedId private Key key;

  private long lastNumber;

  /** For Hibernate. */
  InvoiceNumber() {}

  /** The next place; who asks holds the row's lock. */
  long next() {
    lastNumber++;
    return lastNumber;
  }

  /** A number as it is printed, such as {@code 2026-000123}. */
  static String printed(String series, int year, long place) {
    String before = series.isEmpty() ? "" : series + "-";
    return before + String.format(Locale.ROOT, "%04d-%06d", year, place);
  }

  @Override
  public String toString() {
    return printed(key.series, key.year, lastNumber);
  }
}
