package org.yuzuri.portal.order;

import org.yuzuri.portal.lease.LeasePeriod;
import org.yuzuri.portal.platform.ProblemException;

/**
 * What a tenant wants.
 *
 * @param offerId class of servers
 * @param imageId boot image, own or ready-made
 * @param settingsVersionId version of the install settings
 * @param gatewayId the tenant gateway that the tunnels end at
 * @param servers how many, 1 to {@value #MOST_SERVERS}; all or none
 * @param period how long, from each server's hand-over
 * @param options what it says beside
 */
public record OrderRequest(
    long offerId,
    long imageId,
    long settingsVersionId,
    long gatewayId,
    int servers,
    LeasePeriod period,
    OrderOptions options) {

  /** Most servers of one order. */
  public static final int MOST_SERVERS = 100;

  /** A request without options. */
  public OrderRequest(
      long offerId,
      long imageId,
      long settingsVersionId,
      long gatewayId,
      int servers,
      LeasePeriod period) {
    this(offerId, imageId, settingsVersionId, gatewayId, servers, period, OrderOptions.NONE);
  }

  public OrderRequest {
    if (servers < 1 || servers > MOST_SERVERS) {
      throw ProblemException.invalid("servers", servers, "1 to " + MOST_SERVERS);
    }
  }
}
