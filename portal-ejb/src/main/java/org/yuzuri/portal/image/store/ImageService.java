package org.yuzuri.portal.image.store;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.images.BootImageReport;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.audit.Meanwhile;
import org.yuzuri.portal.image.BootImage;
import org.yuzuri.portal.image.BootImageView;
import org.yuzuri.portal.image.FileRole;
import org.yuzuri.portal.image.ImageFiles;
import org.yuzuri.portal.image.ImageNames;
import org.yuzuri.portal.image.ImageRow;
import org.yuzuri.portal.image.ImageState;
import org.yuzuri.portal.image.StoredFile;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.quota.QuotaUse;

/**
 * The boot images of the subject's tenant, and the lender's ready-made ones to look at and to use.
 * Transactions: required.
 */
@Stateless
public class ImageService {

  private static final int LONGEST_NAME = 80;

  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject AsSystem asSystem;
  @Inject AuditTrail audit;
  @Inject Meanwhile meanwhile;
  @Inject ImageStore store;
  @Inject Images images;
  @Inject ReadyMadeImageService readyMade;
  @Inject ImageQuotas quotas;

  @PersistenceContext EntityManager em;

  /** One's own images that are not removed, by name, then the ready-made ones. */
  @RequiresPermissions(Permissions.IMAGE_READ)
  public List<BootImageView> list() {
    List<BootImageView> shown =
        new ArrayList<>(
            em
                .createQuery(
                    "select i from BootImage i"
                        + " where i.state <> org.yuzuri.portal.image.ImageState.REMOVED"
                        + " order by i.name, i.id",
                    BootImage.class)
                .getResultList()
                .stream()
                .map(BootImage::view)
                .toList());
    if (!subject.seesAllTenants()) {
      shown.addAll(asSystem.call(subject.actor(), readyMade::list));
    }
    return shown;
  }

  /** One's own images and the ready-made ones; by name unless asked otherwise. */
  @RequiresPermissions(Permissions.IMAGE_READ)
  public Page<ImageRow> list(ListFilter<ImageState> filter, PageRequest request) {
    if (subject.seesAllTenants()) {
      return ImageRow.ALL.page(em, filter, request);
    }
    long own = subject.tenantId();
    return asSystem.call(subject.actor(), () -> readyMade.listWith(own, filter, request));
  }

  /**
   * One image, own or ready-made.
   *
   * @throws ProblemException NOT_FOUND, also for another tenant's
   */
  @RequiresPermissions(Permissions.IMAGE_READ)
  public BootImageView image(long id) {
    return images.image(id);
  }

  /** How many images, and how much in them, the subject's tenant has and may have. */
  @RequiresPermissions(Permissions.IMAGE_READ)
  public List<QuotaUse> quotas() {
    return quotas.uses(subject.tenantId()).stream().filter(QuotaUse::isLimited).toList();
  }

  /**
   * Adds an image without files; the operator's become ready-made ones.
   *
   * @throws ProblemException OVER_QUOTA, or the name is refused: INVALID_VALUE, NAME_TAKEN when
   *     another image that is kept has it, or NAME_OF_READY_MADE_IMAGE
   */
  @RequiresPermissions(Permissions.IMAGE_WRITE)
  public BootImageView add(String name, String kernelArguments) {
    quotas.lock(subject.tenantId());
    checkName(name, 0);
    quotas.images(subject.tenantId()).check(1);
    BootImage image = new BootImage(subject.tenantId(), name, kernelArguments, clock.instant());
    em.persist(image);
    em.flush();
    audit.record("image.add", "image " + image.view().id(), name);
    return image.view();
  }

  /**
   * Changes what an image is called and booted with.
   *
   * @param described of the view that it was typed over
   * @throws ProblemException NOT_FOUND, CHANGED_BY, CHANGED_MEANWHILE, or the name is refused as by
   *     {@link #add}
   */
  @RequiresPermissions(Permissions.IMAGE_WRITE)
  public BootImageView describe(long id, int described, String name, String kernelArguments) {
    quotas.lock(subject.tenantId());
    BootImage image = own(id);
    BootImageView before = image.view();
    meanwhile.check(
        described,
        before.described(),
        new Meanwhile.Entry("image", before.name()),
        new Meanwhile.Trace("image.describe", "image " + id));
    checkName(name, id);
    image.describe(name, kernelArguments);
    audit.record(image.tenantId(), "image.describe", "image " + id, kernelArguments);
    return image.view();
  }

  /** Takes a file out; the image is then to be looked into again. */
  @RequiresPermissions(Permissions.IMAGE_WRITE)
  public void dropFile(long id, long fileId) {
    BootImage image = own(id);
    image.drop(fileId);
    audit.record(image.tenantId(), "image.drop", "image " + id, "file " + fileId);
  }

  /** Removes an image; running transfers still have its files, for a day. */
  @RequiresPermissions(Permissions.IMAGE_WRITE)
  public void remove(long id) {
    BootImage image = own(id);
    image.remove(clock.instant());
    audit.record(image.tenantId(), "image.remove", "image " + id, "");
  }

  /** A file of any image, for the daemons; called as the portal. */
  @RequiresPermissions(Permissions.SYSTEM)
  public Path storedFile(String sha256) {
    return store.file(sha256);
  }

  /**
   * Refuses an upload before its bytes arrive.
   *
   * @param announced how many they will be, as the sender says; 0 when it does not
   * @return what they have room in
   * @throws ProblemException OVER_QUOTA when so many have no room, or at least one has none
   */
  @RequiresPermissions(Permissions.IMAGE_WRITE)
  public QuotaUse checkMayUpload(long id, FileRole role, long announced) {
    BootImage image = own(id);
    if (!role.isUploaded()) {
      throw ProblemException.invalid("role", role, "KERNEL, INITRD or MODULES");
    }
    QuotaUse room = quotas.bytesBeside(image, role);
    room.check(Math.max(1, announced));
    return room;
  }

  /**
   * Adds a stored file to an image; it is then to be looked into.
   *
   * @throws ProblemException OVER_QUOTA when others took the room meanwhile
   */
  @RequiresPermissions(Permissions.IMAGE_WRITE)
  public void attach(long id, FileRole role, String fileName, StoredFile file) {
    quotas.lock(subject.tenantId());
    BootImage image = own(id);
    quotas.bytesBeside(image, role).check(file.sizeBytes());
    image.put(role, fileName, file, clock.instant());
    audit.record(image.tenantId(), "image.upload", "image " + id, role + " " + file.sha256());
  }

  /** What is to be looked into, also while something is missing. */
  @RequiresPermissions(Permissions.IMAGE_WRITE)
  public ImageFiles filesToInspect(long id) {
    return own(id).toInspect();
  }

  /**
   * Stores what was found, unless the image has other files by now.
   *
   * @param modulesInitrd made from the modules archive, when the image is usable and has one
   */
  @RequiresPermissions(Permissions.IMAGE_WRITE)
  public void inspected(
      long id, ImageFiles files, BootImageReport report, Optional<StoredFile> modulesInitrd) {
    BootImage image = own(id);
    if (!image.toInspect().equals(files)) {
      return;
    }
    image.forgetInspection();
    em.flush();
    image.inspected(report, modulesInitrd, clock.instant());
  }

  private BootImage own(long id) {
    BootImage image = em.find(BootImage.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (image == null || image.state() == ImageState.REMOVED || !subject.owns(image.tenantId())) {
      throw ProblemException.notFound("image", id);
    }
    return image;
  }

  /**
   * Nobody shall take a tenant's own image for another one, nor for one of the datacenter's. The
   * tenant's images are locked.
   */
  private void checkName(String name, long own) {
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      throw ProblemException.invalid("name", name, "1 to 80 characters");
    }
    ImageNames.refuseAlike(
        name,
        asSystem.call(subject.actor(), readyMade::list).stream()
            .filter(image -> image.id() != own)
            .map(BootImageView::name)
            .toList());
    boolean taken =
        em.createQuery(
                    "select count(i) from BootImage i where i.name = :name and i.id <> :own"
                        + " and i.tenantId = :tenant and i.state <> :gone",
                    Long.class)
                .setParameter("name", name)
                .setParameter("own", own)
                .setParameter("tenant", subject.tenantId())
                .setParameter("gone", ImageState.REMOVED)
                .getSingleResult()
            > 0;
    if (taken) {
      throw new ProblemException(
          CommonProblem.NAME_TAKEN, "name", name, "a name that no other image has");
    }
  }
}
