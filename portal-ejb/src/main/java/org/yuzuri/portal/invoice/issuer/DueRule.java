package org.yuzuri.portal.invoice.issuer;

import java.time.LocalDate;

/** Until when an invoice is to be paid. */
public enum DueRule {
  /** Fourteen days after its issue. */
  DAYS_14(14),
  /** Thirty days after its issue. */
  DAYS_30(30),
  /** Sixty days after its issue. */
  DAYS_60(60),
  /** 翌月末払い: the last day of the month after its issue. */
  END_OF_NEXT_MONTH(0);

  private final int days;

  DueRule(int days) {
    this.days = days;
  }

  /** The last day of payment. */
  public LocalDate due(LocalDate issued) {
    if (days > 0) {
      return issued.plusDays(days);
    }
    LocalDate next = issued.plusMonths(1);
    return next.withDayOfMonth(next.lengthOfMonth());
  }
}
