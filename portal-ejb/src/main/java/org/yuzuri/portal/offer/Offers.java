package org.yuzuri.portal.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Map;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.contract.Contracts;
import org.yuzuri.portal.price.contract.OwnPrice;
import org.yuzuri.portal.server.Servers;

/**
 * The offers that the subject can order, for the portal's other features. Transaction: caller's.
 */
@ApplicationScoped
public class Offers {

  @Inject Servers servers;
  @Inject Contracts contracts;
  @Inject CurrentSubject subject;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /**
   * One offer.
   *
   * @throws ProblemException NOT_FOUND, also for one that is not for the subject
   */
  public OfferView offer(long id) {
    Offer offer = em.find(Offer.class, id);
    if (offer == null || !isShown(offer)) {
      throw ProblemException.notFound("offer", id);
    }
    return view(offer);
  }

  OfferView view(Offer offer) {
    return offer.view(
        servers.countFree(offer.id()),
        servers.hasIdentityByPort(offer.id()),
        at(own(), offer.id(), offer.price()));
  }

  /** What the subject's tenant has agreed on of prices, by offer; nothing for operators. */
  Map<Long, OwnPrice> own() {
    return subject.isOperator() ? Map.of() : contracts.prices(subject.tenantId(), clock.instant());
  }

  /** The price of an offer for whom these are the own ones. */
  static Price at(Map<Long, OwnPrice> own, long offer, Price list) {
    OwnPrice agreed = own.get(offer);
    return agreed == null ? list : agreed.over(list);
  }

  boolean isShown(Offer offer) {
    return subject.isOperator() || offer.isFor(subject.tenantId());
  }
}
