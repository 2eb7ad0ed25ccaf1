package org.yuzuri.portal.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseListener;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.usage.record.UsageMeter;

/**
 * What happens to a lease may change what it used from then on: a clock that was ahead may have
 * written that down already, and is right again now. With the lease a fault of its site is over.
 */
@ApplicationScoped
class LeaseMoves implements LeaseListener {

  @Inject Faults faults;

  private final BillingRules rules = BillingRules.configured();

  @PersistenceContext EntityManager em;

  @Override
  public void moved(Lease lease, LeaseState from, Cause cause) {
    if (lease.wasActive() && !Faults.HAD.contains(lease.state())) {
      faults.over(lease, cause.at());
    }
    UsageMeter meter = em.find(UsageMeter.class, lease.id());
    if (meter != null) {
      meter.lookAgainFrom(rules.hour(cause.at()));
    }
  }
}
