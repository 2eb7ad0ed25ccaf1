package org.yuzuri.portal.price.contract;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.audit.Meanwhile;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.price.OfferedPrice;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.Prices;
import org.yuzuri.portal.price.TrafficSteps;

/**
 * Agrees with tenants on prices of their own, for the datacenter's staff. Transaction: required.
 */
@Stateless
public class ContractService {

  @Inject Prices prices;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Meanwhile meanwhile;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  private final BillingRules rules = BillingRules.configured();

  /**
   * A tenant's contract.
   *
   * @throws ProblemException NOT_FOUND: no such tenant
   */
  @RequiresPermissions(Permissions.PRICE_READ)
  public ContractView view(long tenantId) {
    String tenant = tenant(tenantId);
    List<Contract> versions = versions(tenantId);
    return new ContractView(
        tenantId,
        tenant,
        versions.isEmpty() ? ContractTerms.none(tenantId) : versions.get(0).terms(),
        versions.isEmpty() ? Map.of() : versions.get(0).prices(),
        versions.stream().map(Contract::terms).toList());
  }

  /**
   * Another version of a tenant's contract.
   *
   * @throws ProblemException NOT_FOUND: no such tenant; CHANGED_BY, CHANGED_MEANWHILE;
   *     INVALID_VALUE: it would hold from a month that is over, or before the last version does, or
   *     names an offer that there is not. Nothing was written
   */
  @RequiresPermissions(Permissions.PRICE_WRITE)
  public void add(long tenantId, ContractEntry entry) {
    String tenant = tenant(tenantId);
    List<Contract> versions = versions(tenantId);
    int newest = versions.isEmpty() ? 0 : versions.get(0).terms().number();
    meanwhile.check(
        entry.seen(),
        newest,
        new Meanwhile.Entry("contract", tenant),
        new Meanwhile.Trace("contract.add", "tenant " + tenant));
    YearMonth earliest = YearMonth.from(clock.instant().atZone(rules.zone()));
    YearMonth last = versions.isEmpty() ? null : versions.get(0).terms().from();
    if (last != null && last.isAfter(earliest)) {
      earliest = last;
    }
    if (entry.month().isBefore(earliest)) {
      throw ProblemException.invalid("contract.from", entry.from(), earliest + " or later");
    }
    Map<Long, OwnPrice> own = own(entry, versions.isEmpty() ? Map.of() : versions.get(0).prices());
    em.persist(
        new Contract(tenantId, newest + 1, entry, own, clock.instant(), subject.actor().name()));
    audit.record("contract.add", "tenant " + tenant, text(entry, own));
  }

  private Map<Long, OwnPrice> own(ContractEntry entry, Map<Long, OwnPrice> before) {
    Map<Long, Price> listed = new TreeMap<>();
    for (OfferedPrice offered : prices.offered()) {
      listed.put(offered.offerId(), offered.price());
    }
    Map<Long, OwnPrice> own = new TreeMap<>();
    Set<Long> offers = new TreeSet<>(entry.prices().keySet());
    offers.addAll(entry.traffic().keySet());
    for (Long offer : offers) {
      Price list = listed.get(offer);
      if (list == null) {
        throw ProblemException.invalid("contract.offer", offer, "an offer that there is");
      }
      own.put(
          offer,
          OwnPrice.agreed(
                  entry.prices().get(offer),
                  entry.traffic().get(offer),
                  entry.steps().getOrDefault(offer, TrafficSteps.NONE),
                  list)
              .keeping(before.get(offer)));
    }
    return own;
  }

  private static String text(ContractEntry entry, Map<Long, OwnPrice> own) {
    StringBuilder text =
        new StringBuilder(
            "from "
                + entry.month()
                + ": discount "
                + entry.discount()
                + " %, "
                + entry.tax()
                + ", "
                + entry.currency());
    own.forEach(
        (offer, price) -> text.append("; offer ").append(offer).append(": ").append(price.text()));
    return text.toString();
  }

  private String tenant(long tenantId) {
    return em.createQuery(
            "select t.name from Tenant t where t.id = :id and t.id <> 1", String.class)
        .setParameter("id", tenantId)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("tenant", tenantId));
  }

  private List<Contract> versions(long tenantId) {
    return em.createQuery(
            "select c from Contract c where c.tenantId = :tenant order by c.number desc",
            Contract.class)
        .setParameter("tenant", tenantId)
        .getResultList();
  }
}
