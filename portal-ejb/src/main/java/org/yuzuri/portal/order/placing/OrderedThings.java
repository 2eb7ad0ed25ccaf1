package org.yuzuri.portal.order.placing;

import java.math.BigDecimal;

/**
 * What was ordered, with the names that people know it by; the same for the order, its leases and
 * their transfers.
 *
 * @param settingsVersion number of the version that is installed
 * @param hours the agreed period
 * @param pricePerHour of all servers together, without tax
 * @param total of the whole period, without tax
 */
public record OrderedThings(
    long orderId,
    String offer,
    long imageId,
    String image,
    long settingsId,
    String settings,
    long settingsVersionId,
    int settingsVersion,
    String gateway,
    int servers,
    long hours,
    BigDecimal pricePerHour,
    BigDecimal total,
    String currency) {}
