package org.yuzuri.portal.order.placing;

import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.price.Price;

/**
 * What was ordered, with the names that people know it by; the same for the order, its leases and
 * their transfers.
 *
 * @param settingsVersion number of the version that is installed
 * @param period as it was agreed, from each hand-over
 * @param price of all servers together
 * @param total of the whole period, without tax; null for an open end
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
    LeasePeriod period,
    Price price,
    @Nullable Money total) {}
