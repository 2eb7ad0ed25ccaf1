package org.yuzuri.portal.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.TimePrice;

/** What a charge tells of its lease. */
record LeaseFacts(
    long leaseId,
    long tenantId,
    String serverName,
    long offerId,
    String offerName,
    Instant handedOverAt,
    @Nullable Instant cutOffAt,
    BigDecimal pricePerHour,
    String currency) {

  static final String SELECT =
      "select new org.yuzuri.portal.usage.LeaseFacts(l.id, l.tenantId, s.name, f.id, f.name,"
          + " l.handedOverAt, l.cutOffAt, l.pricePerHour, l.currency) from Lease l"
          + " join Server s on s.id = l.serverId join PurchaseOrder o on o.id = l.orderId"
          + " join Offer f on f.id = o.offerId";

  TimePrice price() {
    return TimePrice.of(BilledUnit.HOUR, new Money(pricePerHour, Currency.getInstance(currency)));
  }
}
