package org.yuzuri.portal.offer;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.server.Promise;
import org.yuzuri.portal.server.Promises;

/** What the offers in the database promise. */
@Dependent
class OfferPromises implements Promises {

  @PersistenceContext EntityManager em;

  @Override
  public Promise of(long offerId) {
    Offer offer = em.find(Offer.class, offerId);
    if (offer == null) {
      throw ProblemException.notFound("offer", offerId);
    }
    return offer.promise();
  }
}
