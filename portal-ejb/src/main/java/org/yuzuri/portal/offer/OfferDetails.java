package org.yuzuri.portal.offer;

import java.util.List;

/**
 * An offer, as operators see it.
 *
 * @param offer the offer
 * @param tenants names of the tenants that it is for; empty for all
 * @param prices newest first
 */
public record OfferDetails(OfferView offer, List<String> tenants, List<OfferPriceView> prices) {}
