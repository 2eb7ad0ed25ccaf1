package org.yuzuri.portal.order.placing;

import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.quota.QuotaUse;

/**
 * What holds a tenant back at a moment, whatever it orders.
 *
 * @param suspension why nothing new is lent to the tenant; empty while it is open
 * @param inPreparation servers of its own that are not handed over yet, or not taken back
 * @param servers leases of its own that are not over
 * @param orders orders of its own that are not over
 * @param sameThing the pause after failures of this image with this version of the settings
 * @param anything the pause after failures of whatever it ordered
 */
record Restraint(
    Optional<String> suspension,
    QuotaUse inPreparation,
    QuotaUse servers,
    QuotaUse orders,
    Optional<BackOff.Pause> sameThing,
    Optional<BackOff.Pause> anything) {

  /** What a review shows. */
  List<QuotaUse> quotas() {
    return List.of(inPreparation, servers, orders);
  }
}
