package org.yuzuri.portal.usage;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.billing.metering.BilledTime;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.price.BillingRules;

/** What was used, for people. Transaction: required. */
@Stateless
public class UsageService {

  @Inject Leases leases;
  @Inject LeaseEvents events;
  @Inject Clock clock;

  /**
   * What a lease has come to until now by its own price, set-up and the piece that has begun
   * included; without tax, and without what a contract takes off.
   */
  @RequiresPermissions(Permissions.LEASE_READ)
  public Money costOf(long leaseId) {
    BillingRules rules = BillingRules.configured();
    Lease lease = leases.lease(leaseId);
    Money time = lease.price().used(BilledTime.of(events.of(lease), clock.instant()), rules);
    return lease.wasActive() ? time.plus(rules.rounding().of(lease.price().setUp())) : time;
  }
}
