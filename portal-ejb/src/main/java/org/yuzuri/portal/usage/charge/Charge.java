package org.yuzuri.portal.usage.charge;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.tax.TaxCategory;

/**
 * What a tenant owes for one thing in one calendar month of the contract's zone.
 *
 * @param leaseId of which lease; null for what the tenant has without one
 * @param serverName name of the lease's server; null without a lease
 * @param offerId the offer that was ordered; null without a lease
 * @param offerName what it is called now; null without a lease
 * @param from the first instant that it is for
 * @param until the first instant behind it
 * @param quantity how many units; 1 for what is {@link ChargeUnit#ONCE}
 * @param unitPrice for one unit, without tax; a cap, tiers or a share of a month may make {@code
 *     net} another amount than as many times it
 * @param net without tax, payable; negative for what is taken off
 * @param percent the rate of tax that held when it was used
 * @param notCharged of its time; nothing but for {@link ChargeKind#SERVER_TIME}
 */
public record Charge(
    ChargeKind kind,
    long tenantId,
    @Nullable Long leaseId,
    @Nullable String serverName,
    @Nullable Long offerId,
    @Nullable String offerName,
    Instant from,
    Instant until,
    BigDecimal quantity,
    ChargeUnit unit,
    Money unitPrice,
    Money net,
    TaxCategory tax,
    BigDecimal percent,
    NotCharged notCharged)
    implements Serializable {}
