package org.yuzuri.portal.offer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;

/** Offers: written by operators, seen by the tenants they are for. Transaction: required. */
@Stateless
public class OfferService {

  @Inject Offers offers;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /** What the offers are called, withdrawn ones too, by id; in the order of their names. */
  @RequiresPermissions(Permissions.OFFER_WRITE)
  public Map<Long, String> names() {
    Map<Long, String> names = new LinkedHashMap<>();
    em.createQuery("select o.id, o.name from Offer o order by o.name", Object[].class)
        .getResultStream()
        .forEach(row -> names.put((Long) row[0], (String) row[1]));
    return names;
  }

  /**
   * Offers in a list: those that the subject may order; for operators all. By name unless asked
   * otherwise, withdrawn ones only when asked for.
   */
  @RequiresPermissions(Permissions.OFFER_READ)
  public Page<OfferRow> list(ListFilter<OfferState> filter, PageRequest request) {
    if (subject.isOperator()) {
      return OfferRow.ALL.page(em, filter, request);
    }
    return OfferRow.ALL.page(
        em,
        filter,
        request,
        "o.visible = true and (o.tenants is empty or :viewer member of o.tenants)",
        Map.of("viewer", subject.tenantId()));
  }

  /** One offer; one that is not for the subject answers as a missing one. */
  @RequiresPermissions(Permissions.OFFER_READ)
  public OfferView view(long id) {
    return offers.offer(id);
  }

  /** The offer of this name, withdrawn or not. */
  @RequiresPermissions(Permissions.OFFER_WRITE)
  public Optional<OfferView> find(String name) {
    return em.createQuery("select o from Offer o where o.name = :name", Offer.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst()
        .map(offers::view);
  }

  /**
   * Adds an offer.
   *
   * @return its id
   * @throws ProblemException NAME_TAKEN when the name is in use; nothing was written
   */
  @RequiresPermissions(Permissions.OFFER_WRITE)
  public long add(OfferEntry entry) {
    if (find(entry.name()).isPresent()) {
      throw new ProblemException(
          CommonProblem.NAME_TAKEN, "offer.name", entry.name(), "a name not yet in use");
    }
    Offer offer = new Offer(entry);
    em.persist(offer);
    audit.record("offer.add", "offer " + entry.name(), entry.pricePerHour() + " per hour");
    return offer.id();
  }

  /** Withdraws an offer: orders and leases of it go on, new ones are refused. */
  @RequiresPermissions(Permissions.OFFER_WRITE)
  public void withdraw(long id) {
    Offer offer = em.find(Offer.class, id);
    if (offer == null) {
      throw ProblemException.notFound("offer", id);
    }
    offer.withdraw();
    audit.record("offer.withdraw", "offer " + offer.name(), "");
  }
}
