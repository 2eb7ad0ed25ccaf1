package org.yuzuri.portal.usage.charge;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.PriceColumns;

/**
 * What a charge tells of its lease.
 *
 * @param endsAt null with an open end
 * @param cutOffAt null while the tenant has the server
 */
record LeaseFacts(
    long leaseId,
    long tenantId,
    String serverName,
    long offerId,
    String offerName,
    Instant handedOverAt,
    @Nullable Instant endsAt,
    @Nullable Instant cutOffAt,
    BilledUnit unit,
    BigDecimal perUnit,
    PartOfMonth partOfMonth,
    @Nullable BigDecimal monthlyCap,
    BigDecimal setUpFee,
    @Nullable BigDecimal trafficPerGb,
    String trafficSteps,
    BigDecimal includedGb,
    String currency) {

  static final String SELECT =
      "select new org.yuzuri.portal.usage.charge.LeaseFacts(l.id, l.tenantId, s.name, f.id, f.name,"
          + " l.handedOverAt, l.endsAt, l.cutOffAt, "
          + String.join(", ", PriceColumns.select("l.price"))
          + ") from Lease l"
          + " join Server s on s.id = l.serverId join PurchaseOrder o on o.id = l.orderId"
          + " join Offer f on f.id = o.offerId";

  Price price() {
    return Price.of(
        unit,
        perUnit,
        partOfMonth,
        monthlyCap,
        setUpFee,
        trafficPerGb,
        trafficSteps,
        includedGb,
        currency);
  }
}
