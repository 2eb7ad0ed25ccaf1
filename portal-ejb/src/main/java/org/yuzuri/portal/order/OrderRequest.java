package org.yuzuri.portal.order;

import java.time.Duration;
import org.yuzuri.portal.platform.ProblemException;

/**
 * What a tenant wants.
 *
 * @param offerId class of servers
 * @param imageId boot image, own or ready-made
 * @param settingsVersionId version of the install settings
 * @param gatewayId the tenant gateway that the tunnels end at
 * @param servers how many, 1 to {@value #MOST_SERVERS}; all or none
 * @param period how long, one hour to one year
 */
public record OrderRequest(
    long offerId,
    long imageId,
    long settingsVersionId,
    long gatewayId,
    int servers,
    Duration period) {

  /** Most servers of one order. */
  public static final int MOST_SERVERS = 100;

  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(366);

  public OrderRequest {
    if (servers < 1 || servers > MOST_SERVERS) {
      throw ProblemException.invalid("servers", servers, "1 to " + MOST_SERVERS);
    }
    if (period == null || period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
      throw ProblemException.invalid("period", period, "one hour to 366 days");
    }
  }
}
