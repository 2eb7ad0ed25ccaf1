package org.yuzuri.portal.price.contract;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.price.BillingRules;

/**
 * What was agreed with tenants, for the portal's other features. A session sees its own tenant's
 * contract only. Transaction: caller's.
 */
@Dependent
public class Contracts {

  private static final String IN_FORCE =
      "select c from Contract c where c.fromMonth <= :month and not exists (select n from Contract"
          + " n where n.tenantId = c.tenantId and n.fromMonth <= :month and n.number > c.number)";

  private final BillingRules rules = BillingRules.configured();

  @PersistenceContext EntityManager em;

  /**
   * What holds in a month, by tenant; tenants with whom nothing was agreed are left out.
   *
   * @param tenantId null for every tenant
   */
  public Map<Long, ContractTerms> terms(@Nullable Long tenantId, YearMonth month) {
    return inForce(tenantId, month).stream()
        .map(Contract::terms)
        .collect(Collectors.toMap(ContractTerms::tenantId, terms -> terms));
  }

  /** What a tenant has agreed on of prices, for orders at an instant, by the offer's id. */
  public Map<Long, OwnPrice> prices(long tenantId, Instant at) {
    List<Contract> found = inForce(tenantId, YearMonth.from(at.atZone(rules.zone())));
    return found.isEmpty() ? Map.of() : found.get(0).prices();
  }

  private List<Contract> inForce(@Nullable Long tenantId, YearMonth month) {
    TypedQuery<Contract> query =
        em.createQuery(
                IN_FORCE + (tenantId == null ? "" : " and c.tenantId = :tenant"), Contract.class)
            .setParameter("month", month.atDay(1));
    return tenantId == null
        ? query.getResultList()
        : query.setParameter("tenant", tenantId).getResultList();
  }
}
