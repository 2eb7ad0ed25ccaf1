package org.yuzuri.portal.offer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.audit.Meanwhile;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.price.contract.OwnPrice;
import org.yuzuri.portal.state.row.RowLock;

/** Offers: written by operators, seen by the tenants they are for. Transaction: required. */
@Stateless
public class OfferService {

  @Inject Offers offers;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Meanwhile meanwhile;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

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
    Map<Long, OwnPrice> own = offers.own();
    Page<OfferRow> listed =
        OfferRow.ALL.page(
            em,
            filter,
            request,
            "o.visible = true and (o.tenants is empty or :viewer member of o.tenants)",
            Map.of("viewer", subject.tenantId()));
    return new Page<>(
        listed.rows().stream().map(row -> row.at(Offers.at(own, row.id(), row.price()))).toList(),
        listed.total());
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

  /** One offer with its tenants and prices, as operators see it. */
  @RequiresPermissions(Permissions.TENANT_READ)
  public OfferDetails details(long id) {
    Offer offer = find(id);
    List<String> names =
        offer.tenants().isEmpty()
            ? List.of()
            : em.createQuery(
                    "select t.name from Tenant t where t.id in :ids order by t.name", String.class)
                .setParameter("ids", offer.tenants())
                .getResultList();
    return new OfferDetails(
        offers.view(offer), names, prices(id).stream().map(OfferPrice::view).toList());
  }

  /**
   * Adds an offer.
   *
   * @return its id
   * @throws ProblemException NAME_TAKEN when the name is in use, INVALID_VALUE when a tenant is
   *     none; nothing was written
   */
  @RequiresPermissions(Permissions.OFFER_WRITE)
  public long add(OfferEntry entry) {
    checkName(entry.name(), 0);
    checkTenants(entry);
    Offer offer = new Offer(entry);
    em.persist(offer);
    em.flush();
    setPrice(offer, entry, 1);
    audit.record("offer.add", "offer " + entry.name(), entry.price().price().text());
    return offer.id();
  }

  /**
   * Changes an offer for orders from now on: what was ordered keeps its price.
   *
   * @param version the one that it was typed over
   * @throws ProblemException NAME_TAKEN, CHANGED_BY, CHANGED_MEANWHILE, SERVER_HAS_LESS when one of
   *     its servers has less than it would promise, INVALID_VALUE when a tenant is none
   */
  @RequiresPermissions(Permissions.OFFER_WRITE)
  public void change(long id, int version, OfferEntry entry) {
    find(id);
    Offer offer = RowLock.lock(em, Offer.class, id).orElseThrow();
    meanwhile.check(
        version,
        offer.version(),
        new Meanwhile.Entry("offer", offer.name()),
        new Meanwhile.Trace("offer.%", "offer " + offer.name()));
    checkName(entry.name(), id);
    checkTenants(entry);
    checkPromise(id, entry);
    String changes = offer.changes(entry);
    if (!offer.costs(entry)) {
      setPrice(offer, entry, prices(id).size() + 1);
    }
    offer.change(entry);
    audit.record("offer.change", "offer " + entry.name(), changes);
  }

  /** Withdraws an offer: orders and leases of it go on, new ones are refused. */
  @RequiresPermissions(Permissions.OFFER_WRITE)
  public void withdraw(long id) {
    Offer offer = find(id);
    offer.withdraw();
    audit.record("offer.withdraw", "offer " + offer.name(), "");
  }

  /** Offers it again, to the tenants that it is for. Harmless when it is not withdrawn. */
  @RequiresPermissions(Permissions.OFFER_WRITE)
  public void offerAgain(long id) {
    Offer offer = find(id);
    offer.offerAgain();
    audit.record("offer.again", "offer " + offer.name(), "");
  }

  private Offer find(long id) {
    Offer offer = em.find(Offer.class, id);
    if (offer == null) {
      throw ProblemException.notFound("offer", id);
    }
    return offer;
  }

  private List<OfferPrice> prices(long id) {
    return em.createQuery(
            "select p from OfferPrice p where p.offerId = :offer order by p.number desc",
            OfferPrice.class)
        .setParameter("offer", id)
        .getResultList();
  }

  private void setPrice(Offer offer, OfferEntry entry, int number) {
    em.persist(new OfferPrice(offer.id(), number, entry, clock.instant(), subject.actor().name()));
  }

  private void checkName(String name, long except) {
    boolean taken =
        em.createQuery(
                    "select count(o) from Offer o where o.name = :name and o.id <> :except",
                    Long.class)
                .setParameter("name", name)
                .setParameter("except", except)
                .getSingleResult()
            > 0;
    if (taken) {
      throw new ProblemException(
          CommonProblem.NAME_TAKEN, "offer.name", name, "a name not yet in use");
    }
  }

  private void checkTenants(OfferEntry entry) {
    if (entry.tenants().isEmpty()) {
      return;
    }
    List<Long> known =
        em.createQuery("select t.id from Tenant t where t.id in :ids and t.id <> 1", Long.class)
            .setParameter("ids", entry.tenants())
            .getResultList();
    if (known.size() < entry.tenants().size()) {
      throw ProblemException.invalid(
          "offer.tenants", new TreeSet<>(entry.tenants()), "tenants that there are");
    }
  }

  /** What tenants are promised, each server of the offer has. */
  private void checkPromise(long id, OfferEntry entry) {
    em.createQuery(
            "select s.name from Server s where s.offerId = :offer and s.state <>"
                + " org.yuzuri.portal.server.ServerState.RETIRED and (s.cpuCount < :cpus"
                + " or s.memoryMib < :memory or not exists"
                + " (select d from s.disks d where d.sizeGib >= :disk)) order by s.name",
            String.class)
        .setParameter("offer", id)
        .setParameter("cpus", entry.cpuCount())
        .setParameter("memory", entry.memoryMib())
        .setParameter("disk", entry.diskGib())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .ifPresent(
            name -> {
              throw new ProblemException(
                  OfferProblem.SERVER_HAS_LESS, "server", name, "no more than each server has");
            });
  }
}
