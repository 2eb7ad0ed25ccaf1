package org.yuzuri.portal.image.store;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.yuzuri.portal.image.BootImage;
import org.yuzuri.portal.image.FileRole;
import org.yuzuri.portal.image.ImageState;
import org.yuzuri.portal.quota.Quota;
import org.yuzuri.portal.quota.QuotaCounter;
import org.yuzuri.portal.quota.QuotaUse;
import org.yuzuri.portal.quota.Quotas;

/** Counts what a tenant has of boot images. */
@Dependent
class ImageQuotas implements QuotaCounter {

  @Inject Quotas quotas;

  @PersistenceContext EntityManager em;

  /** From here to the end of the transaction nobody else adds to the tenant's images. */
  void lock(long tenantId) {
    quotas.lock(tenantId);
  }

  /** Images that are not removed. */
  QuotaUse images(long tenantId) {
    return quotas.use(
        Quota.IMAGES,
        tenantId,
        em.createQuery(
                "select count(i) from BootImage i where i.tenantId = :tenant and i.state <> :gone",
                Long.class)
            .setParameter("tenant", tenantId)
            .setParameter("gone", ImageState.REMOVED)
            .getSingleResult());
  }

  /**
   * Files of images that are not removed. What a new file of this role has room in: the file whose
   * place it takes does not count.
   */
  QuotaUse bytesBeside(BootImage image, FileRole role) {
    return bytes(image.tenantId(), image.bytesReplacedBy(role));
  }

  private QuotaUse bytes(long tenantId, long less) {
    long stored =
        em.createQuery(
                "select coalesce(sum(f.sizeBytes), 0) from BootImageFile f"
                    + " where f.tenantId = :tenant and f.image.state <> :gone",
                Long.class)
            .setParameter("tenant", tenantId)
            .setParameter("gone", ImageState.REMOVED)
            .getSingleResult();
    return quotas.use(Quota.IMAGE_BYTES, tenantId, stored - less);
  }

  @Override
  public List<QuotaUse> uses(long tenantId) {
    Object[] used =
        em.createQuery(
                "select count(distinct i), coalesce(sum(f.sizeBytes), 0) from BootImage i"
                    + " left join i.files f where i.tenantId = :tenant and i.state <> :gone",
                Object[].class)
            .setParameter("tenant", tenantId)
            .setParameter("gone", ImageState.REMOVED)
            .getSingleResult();
    return List.of(
        quotas.use(Quota.IMAGES, tenantId, ((Number) used[0]).longValue()),
        quotas.use(Quota.IMAGE_BYTES, tenantId, ((Number) used[1]).longValue()));
  }
}
