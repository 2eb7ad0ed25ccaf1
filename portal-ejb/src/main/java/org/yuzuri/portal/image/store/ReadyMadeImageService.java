package org.yuzuri.portal.image.store;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.image.BootFiles;
import org.yuzuri.portal.image.BootImage;
import org.yuzuri.portal.image.BootImageView;
import org.yuzuri.portal.image.ImageRow;
import org.yuzuri.portal.image.ImageState;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;

/**
 * The lender's images, which a tenant's session does not see. Transactions: new, because a session
 * keeps its tenant; called as the portal.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReadyMadeImageService {

  @PersistenceContext EntityManager em;

  /** Those that can be used, by name. */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<BootImageView> list() {
    return em
        .createQuery(
            "select i from BootImage i where i.tenantId = :lender"
                + " and i.state = org.yuzuri.portal.image.ImageState.READY order by i.name",
            BootImage.class)
        .setParameter("lender", Tenants.LENDER)
        .getResultList()
        .stream()
        .map(BootImage::view)
        .toList();
  }

  /** A tenant's own images and those that can be used, in a list. */
  @RequiresPermissions(Permissions.SYSTEM)
  public Page<ImageRow> listWith(
      long tenantId, ListFilter<ImageState> filter, PageRequest request) {
    return ImageRow.ALL.page(
        em,
        filter,
        request,
        "i.tenantId = :own or i.tenantId = :lender and i.state = :usable",
        Map.of("own", tenantId, "lender", Tenants.LENDER, "usable", ImageState.READY));
  }

  /** One of them, whatever its state. */
  @RequiresPermissions(Permissions.SYSTEM)
  public Optional<BootImageView> find(long id) {
    return image(id).map(BootImage::view);
  }

  /** What boots it. */
  @RequiresPermissions(Permissions.SYSTEM)
  public Optional<BootFiles> findBootFiles(long id) {
    return image(id).map(BootImage::bootFiles);
  }

  private Optional<BootImage> image(long id) {
    return Optional.ofNullable(em.find(BootImage.class, id))
        .filter(i -> i.tenantId() == Tenants.LENDER);
  }
}
