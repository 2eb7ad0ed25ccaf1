package org.yuzuri.portal.order.placing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yuzuri.portal.lease.HostNames;
import org.yuzuri.portal.lease.Labels;
import org.yuzuri.portal.lease.LeasePeriod;

/**
 * A former order, to be placed once more. An id is 0 where the thing is gone: removed, withdrawn or
 * no longer for this tenant.
 *
 * @param settingsId the settings, whose newest version would be installed
 */
public record OrderAgain(
    long orderId,
    long offerId,
    long imageId,
    long settingsId,
    long gatewayId,
    int servers,
    LeasePeriod period,
    Labels labels,
    HostNames hostNames) {

  /** What is gone: {@code offer}, {@code image}, {@code settings}, {@code gateway}. */
  public List<String> gone() {
    return Stream.of(
            Map.entry("offer", offerId),
            Map.entry("image", imageId),
            Map.entry("settings", settingsId),
            Map.entry("gateway", gatewayId))
        .filter(thing -> thing.getValue() == 0)
        .map(Map.Entry::getKey)
        .toList();
  }
}
