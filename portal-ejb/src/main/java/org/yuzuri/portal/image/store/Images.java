package org.yuzuri.portal.image.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.function.Function;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.image.BootFiles;
import org.yuzuri.portal.image.BootImage;
import org.yuzuri.portal.image.BootImageView;
import org.yuzuri.portal.platform.ProblemException;

/**
 * The boot images that a tenant can order with, its own and the lender's ready-made ones, for the
 * portal's other features. Transaction: the caller's; the lender's are read in one of their own,
 * because a tenant's session does not see them.
 */
@ApplicationScoped
public class Images {

  @Inject CurrentSubject subject;
  @Inject AsSystem asSystem;
  @Inject ReadyMadeImageService readyMade;

  @PersistenceContext EntityManager em;

  /**
   * One image, own or ready-made.
   *
   * @throws ProblemException NOT_FOUND, also for another tenant's
   */
  public BootImageView image(long id) {
    return find(id, BootImage::view, readyMade::find);
  }

  /**
   * What boots the image, own or ready-made.
   *
   * @throws ProblemException NOT_FOUND, IMAGE_NOT_READY
   */
  public BootFiles bootFiles(long id) {
    return find(id, BootImage::bootFiles, readyMade::findBootFiles);
  }

  private <T> T find(long id, Function<BootImage, T> own, Function<Long, Optional<T>> lenders) {
    BootImage image = em.find(BootImage.class, id);
    if (image != null) {
      return own.apply(image);
    }
    return asSystem
        .call(subject.actor(), () -> lenders.apply(id))
        .orElseThrow(() -> ProblemException.notFound("image", id));
  }
}
