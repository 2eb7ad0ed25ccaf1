package org.yuzuri.portal.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.state.row.RowLock;

/**
 * What a tenant may have at once, for the portal's other features: its own number, or the default
 * of the environment. The lender has no quota. Transaction: the caller's.
 */
@ApplicationScoped
public class Quotas {

  private final Map<Quota, Integer> byDefault = new EnumMap<>(Quota.class);

  @PersistenceContext EntityManager em;

  /** Reads the environment; a number that is none keeps the portal from starting. */
  public Quotas() {
    for (Quota quota : Quota.values()) {
      byDefault.put(quota, quota.byDefault(System.getenv(quota.variable())));
    }
  }

  /**
   * How much of a quota a tenant has.
   *
   * @param used how much it has, as the feature counted it
   */
  public QuotaUse use(Quota quota, long tenantId, long used) {
    return new QuotaUse(quota, used, allowed(quota, tenantId));
  }

  /** How much a tenant may have, in the quota's units. */
  public long allowed(Quota quota, long tenantId) {
    if (tenantId == Tenants.LENDER) {
      return Long.MAX_VALUE;
    }
    TenantLimit limit = em.find(TenantLimit.class, tenantId);
    Integer own = limit == null ? null : limit.of(quota);
    int allowed = Objects.requireNonNullElseGet(own, () -> byDefault(quota));
    return allowed * quota.unit();
  }

  /** The default for every tenant, in the setting's units. */
  int byDefault(Quota quota) {
    return byDefault.getOrDefault(quota, 0);
  }

  /**
   * A tenant's own numbers.
   *
   * @throws ProblemException NOT_FOUND, also for the lender
   */
  TenantLimit limit(long tenantId) {
    TenantLimit limit = em.find(TenantLimit.class, tenantId);
    if (limit == null || tenantId == Tenants.LENDER) {
      throw ProblemException.notFound("tenant", tenantId);
    }
    return limit;
  }

  /** From here to the end of the transaction nothing else of this tenant is judged. */
  public void lock(long tenantId) {
    if (RowLock.lock(em, TenantLimit.class, tenantId).isEmpty()) {
      em.persist(new TenantLimit(tenantId));
      em.flush();
    }
  }
}
