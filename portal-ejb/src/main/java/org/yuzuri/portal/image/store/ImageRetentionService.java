package org.yuzuri.portal.image.store;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.image.BootImage;

/** Which files of boot images are still wanted. Called as the portal. Transactions: required. */
@Stateless
public class ImageRetentionService {

  /** Longer than any transfer that began with the image can last. */
  static final Duration KEPT = Duration.ofHours(24);

  private static final int BATCH = 100;

  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** Gives up the files of images that were removed a day ago; the images stay, for history. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void forgetRemoved() {
    em.createQuery(
            "select distinct i from BootImage i join i.files f where i.removedAt < :before"
                + " order by i.id",
            BootImage.class)
        .setParameter("before", clock.instant().minus(KEPT))
        .setMaxResults(BATCH)
        .getResultList()
        .forEach(BootImage::forgetFiles);
  }

  /** Hashes of all files that an image has. */
  @RequiresPermissions(Permissions.SYSTEM)
  public Set<String> wanted() {
    return new HashSet<>(
        em.createQuery("select distinct f.sha256 from BootImageFile f", String.class)
            .getResultList());
  }
}
