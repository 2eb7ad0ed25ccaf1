package org.yuzuri.portal.price;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.yuzuri.billing.price.VolumePrice;

/**
 * What keeping boot images costs, for each 10^9 bytes and month, without tax.
 *
 * @param number of the version of its currency, from 1
 * @param fromMonth first day of the month since which it holds
 * @param setBy login
 */
public record StoragePrice(
    int number, LocalDate fromMonth, VolumePrice price, Instant setAt, String setBy)
    implements Serializable {

  /** The first month that it holds for. */
  public YearMonth from() {
    return YearMonth.from(fromMonth);
  }

  /** ISO 4217. */
  public String currency() {
    return price.tiers().get(0).perUnit().currency().getCurrencyCode();
  }
}
