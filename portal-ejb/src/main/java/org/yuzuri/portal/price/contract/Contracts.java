package org.yuzuri.portal.price.contract;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.price.Price;

/**
 * What was agreed with tenants, for the portal's other features. A session sees its own tenant's
 * contract only. Transaction: caller's.
 */
@Dependent
public class Contracts {

  private static final String IN_FORCE =
      "select c from Contract c where c.fromMonth <= :month and not exists (select n from Contract n"
          + " where n.tenantId = c.tenantId and n.fromMonth <= :month and n.number > c.number)";

  private final BillingRules rules = BillingRules.configured();

  @PersistenceContext EntityManager em;

  /** What holds in a month, by tenant; tenants with whom nothing was agreed are left out. */
  public Map<Long, ContractTerms> all(YearMonth month) {
    return em.createQuery(IN_FORCE, Contract.class)
        .setParameter("month", month.atDay(1))
        .getResultStream()
        .map(Contract::terms)
        .collect(Collectors.toMap(ContractTerms::tenantId, terms -> terms));
  }

  /** Prices of offers that a tenant has agreed on for orders at an instant, by the offer's id. */
  public Map<Long, Price> prices(long tenantId, Instant at) {
    List<Contract> found =
        em.createQuery(IN_FORCE + " and c.tenantId = :tenant", Contract.class)
            .setParameter("month", YearMonth.from(at.atZone(rules.zone())).atDay(1))
            .setParameter("tenant", tenantId)
            .getResultList();
    return found.isEmpty() ? Map.of() : found.get(0).prices();
  }
}
