package org.yuzuri.portal.lease;

import java.math.BigDecimal;
import org.yuzuri.portal.price.Price;

/**
 * What an order agrees for one server.
 *
 * @param gatewayId the tenant gateway that the server's tunnels end at
 * @param period how long, from the hand-over
 * @param price as the offer said, or the contract, when it was ordered
 * @param hostName what the tenant calls the server; empty: as the datacenter does
 * @param labels what the tenant finds it by
 */
public record LeaseTerms(
    long tenantId,
    long orderId,
    long serverId,
    long gatewayId,
    LeasePeriod period,
    Price price,
    String hostName,
    Labels labels) {

  /** Terms of a server by the hour that its tenant calls nothing. */
  public LeaseTerms(
      long tenantId,
      long orderId,
      long serverId,
      long gatewayId,
      LeasePeriod period,
      BigDecimal pricePerHour,
      String currency) {
    this(
        tenantId,
        orderId,
        serverId,
        gatewayId,
        period,
        Price.perHour(pricePerHour, currency),
        "",
        Labels.NONE);
  }
}
