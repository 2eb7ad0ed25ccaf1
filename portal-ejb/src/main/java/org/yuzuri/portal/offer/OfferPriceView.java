package org.yuzuri.portal.offer;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A price that an offer has or had, as pages show it.
 *
 * @param number 1 for the first
 * @param pricePerHour without tax, in {@code currency}
 * @param since for orders from then on
 * @param setBy login; empty when that is not known
 */
public record OfferPriceView(
    int number, BigDecimal pricePerHour, String currency, Instant since, String setBy) {}
