package org.yuzuri.portal.lease;

import java.math.BigDecimal;

/**
 * What an order agrees for one server.
 *
 * @param gatewayId the tenant gateway that the server's tunnels end at
 * @param period how long, from the hand-over
 * @param pricePerHour as the offer said when it was ordered
 * @param currency ISO 4217
 * @param hostName what the tenant calls the server; empty: as the datacenter does
 * @param labels what the tenant finds it by
 */
public record LeaseTerms(
    long tenantId,
    long orderId,
    long serverId,
    long gatewayId,
    LeasePeriod period,
    BigDecimal pricePerHour,
    String currency,
    String hostName,
    Labels labels) {

  /** Terms of a server that its tenant calls nothing. */
  public LeaseTerms(
      long tenantId,
      long orderId,
      long serverId,
      long gatewayId,
      LeasePeriod period,
      BigDecimal pricePerHour,
      String currency) {
    this(tenantId, orderId, serverId, gatewayId, period, pricePerHour, currency, "", Labels.NONE);
  }
}
