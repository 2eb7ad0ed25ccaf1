package org.yuzuri.portal.offer;

import java.time.Instant;
import org.yuzuri.portal.price.Price;

/**
 * A price that an offer has or had, as pages show it.
 *
 * @param number 1 for the first
 * @param since for orders from then on
 * @param setBy login; empty when that is not known
 */
public record OfferPriceView(int number, Price price, Instant since, String setBy) {}
