package org.yuzuri.portal.quota;

import java.util.List;

/** A feature that counts what tenants have of its own things. */
public interface QuotaCounter {

  /** How much of each of its quotas a tenant has; of a quota of each thing, of the largest. */
  List<QuotaUse> uses(long tenantId);
}
