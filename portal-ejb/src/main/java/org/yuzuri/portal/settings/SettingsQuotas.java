package org.yuzuri.portal.settings;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.yuzuri.portal.quota.Quota;
import org.yuzuri.portal.quota.QuotaCounter;
import org.yuzuri.portal.quota.QuotaUse;
import org.yuzuri.portal.quota.Quotas;

/** Counts what a tenant has of install settings. */
@Dependent
class SettingsQuotas implements QuotaCounter {

  private static final String OPEN =
      " from InstallSettings s where s.tenantId = :tenant"
          + " and s.state = org.yuzuri.portal.settings.SettingsState.OPEN";

  @Inject Quotas quotas;

  @PersistenceContext EntityManager em;

  /** From here to the end of the transaction nobody else adds to the tenant's settings. */
  void lock(long tenantId) {
    quotas.lock(tenantId);
  }

  /** Settings that are not removed. */
  QuotaUse settings(long tenantId) {
    long used =
        em.createQuery("select count(s)" + OPEN, Long.class)
            .setParameter("tenant", tenantId)
            .getSingleResult();
    return quotas.use(Quota.SETTINGS, tenantId, used);
  }

  @Override
  public List<QuotaUse> uses(long tenantId) {
    Object[] used =
        em.createQuery("select count(s), coalesce(max(s.newestNumber), 0)" + OPEN, Object[].class)
            .setParameter("tenant", tenantId)
            .getSingleResult();
    return List.of(
        quotas.use(Quota.SETTINGS, tenantId, ((Number) used[0]).longValue()),
        quotas.use(Quota.SETTINGS_VERSIONS, tenantId, ((Number) used[1]).longValue()));
  }
}
