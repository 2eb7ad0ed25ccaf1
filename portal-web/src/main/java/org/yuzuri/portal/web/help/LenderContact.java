package org.yuzuri.portal.web.help;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.yuzuri.portal.tenant.TenantService;
import org.yuzuri.portal.tenant.TenantView;

/**
 * The datacenter's own entry, for the foot of every page: at most a minute old, so that a page
 * costs no statement more for it.
 */
@ApplicationScoped
class LenderContact {

  @Inject TenantService tenants;
  @Inject Clock clock;

  private final ForAMinute<TenantView> entry = new ForAMinute<>();

  /** For somebody who is logged in. */
  TenantView view() {
    return entry.at(clock.instant(), tenants::lender);
  }
}
