package org.yuzuri.portal.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;

/** What was billed for a month, for runs. Transaction: the caller's. */
@ApplicationScoped
public class BilledLines {

  @PersistenceContext EntityManager em;

  /**
   * Lines of use in a month that count as billed, by tenant.
   *
   * @param tenantId null for every tenant
   */
  public Map<Long, List<LineDraft>> ofMonth(@Nullable Long tenantId, YearMonth month) {
    TypedQuery<Object[]> query =
        em.createQuery(
                "select l, i.currency from InvoiceLine l join Invoice i on i.id = l.invoiceId"
                    + " where l.month = :month and l.counts = true"
                    + (tenantId == null ? "" : " and l.tenantId = :tenant")
                    + " order by l.id",
                Object[].class)
            .setParameter("month", month.toString());
    if (tenantId != null) {
      query.setParameter("tenant", tenantId);
    }
    return query
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> ((InvoiceLine) row[0]).tenantId(),
                Collectors.mapping(
                    row -> ((InvoiceLine) row[0]).content(Currency.getInstance((String) row[1])),
                    Collectors.toList())));
  }

  /** Months of this time in which something was billed; {@code until} is not among them. */
  public List<YearMonth> months(YearMonth from, YearMonth until) {
    return em.createQuery(
            "select distinct i.month from Invoice i"
                + " where i.month >= :from and i.month < :until and i.runId is not null",
            String.class)
        .setParameter("from", from.toString())
        .setParameter("until", until.toString())
        .getResultStream()
        .map(YearMonth::parse)
        .toList();
  }

  /** What each tenant was billed by runs of a month, without tax, by tenant and currency. */
  public Map<Long, Map<Currency, Money>> nets(YearMonth month) {
    Map<Long, Map<Currency, Money>> nets = new HashMap<>();
    em.createQuery(
            "select i.tenantId, i.currency, sum(i.net) from Invoice i"
                + " where i.month = :month and i.runId is not null group by i.tenantId, i.currency",
            Object[].class)
        .setParameter("month", month.toString())
        .getResultStream()
        .forEach(
            row -> {
              Currency currency = Currency.getInstance((String) row[1]);
              nets.computeIfAbsent((Long) row[0], ignored -> new HashMap<>())
                  .put(currency, new Money((BigDecimal) row[2], currency));
            });
    return nets;
  }

  /** The newest invoice of a tenant in a currency: what a credit note of a run refers to. */
  public Optional<Long> newest(long tenantId, Currency currency) {
    return em.createQuery(
            "select max(i.id) from Invoice i where i.tenantId = :tenant and i.currency = :currency"
                + " and i.kind = :invoice",
            Long.class)
        .setParameter("tenant", tenantId)
        .setParameter("currency", currency.getCurrencyCode())
        .setParameter("invoice", InvoiceKind.INVOICE)
        .getResultStream()
        .flatMap(id -> Optional.ofNullable(id).stream())
        .findFirst();
  }
}
