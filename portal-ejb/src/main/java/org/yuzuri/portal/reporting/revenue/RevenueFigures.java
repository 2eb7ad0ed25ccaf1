package org.yuzuri.portal.reporting.revenue;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.yuzuri.portal.invoice.Invoices;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Selection;

/** What leases bring and brought. Three statements. Transaction: the caller's. */
@Dependent
public class RevenueFigures {

  @Inject Invoices invoices;

  @PersistenceContext EntityManager em;

  /**
   * The figures of the page about revenue.
   *
   * @param offers names by id
   * @param tenants names by id
   */
  public List<FigureTable> tables(
      Selection asked, Map<Long, String> offers, Map<Long, String> tenants) {
    RevenueTables tables =
        new RevenueTables(
            asked.period(),
            earned(asked),
            YearMonth.from(asked.now().atZone(asked.period().zone())));
    return List.of(
        tables.byMonth(),
        tables.byTenant(tenants),
        tables.byOffer(offers),
        new LeaseTables(asked).byMonth(spans(asked)),
        tables.forecast(),
        OpenTable.of(
            invoices.outstanding(asked.now()),
            asked.tenantId(),
            tenants,
            asked.now().atZone(asked.period().zone()).toLocalDate()));
  }

  /** Revenue by month alone, in one statement. */
  public FigureTable byMonth(Selection asked) {
    YearMonth current = YearMonth.from(asked.now().atZone(asked.period().zone()));
    return new RevenueTables(asked.period(), earned(asked), current).byMonth();
  }

  /**
   * Whether a month was summed since then. Its row is locked until the end of the transaction, so
   * that of two nodes the second sees what the first has done.
   */
  public boolean isSummedSince(YearMonth month, Instant then) {
    ReckonedMonth known =
        em.find(ReckonedMonth.class, month.toString(), LockModeType.PESSIMISTIC_WRITE);
    return known != null && !known.reckonedAt().isBefore(then);
  }

  private List<Earned> earned(Selection asked) {
    return em.createQuery(
            "select new org.yuzuri.portal.reporting.revenue.Earned(r.month, r.tenantId, r.offerId,"
                + " r.kind, r.net, r.currency) from Revenue r where r.month >= :begin"
                + " and (:offer is null or r.offerId = :offer)"
                + " and (:tenant is null or r.tenantId = :tenant)",
            Earned.class)
        .setParameter("begin", asked.period().before().first().toString())
        .setParameter("offer", asked.offerId())
        .setParameter("tenant", asked.tenantId())
        .getResultList();
  }

  private List<LeaseSpan> spans(Selection asked) {
    return em.createQuery(
            "select new org.yuzuri.portal.reporting.revenue.LeaseSpan(l.handedOverAt, l.cutOffAt)"
                + " from Lease l join PurchaseOrder o on o.id = l.orderId"
                + " where l.handedOverAt < :end and (l.cutOffAt is null or l.cutOffAt >= :begin)"
                + " and (:offer is null or o.offerId = :offer)"
                + " and (:tenant is null or l.tenantId = :tenant)",
            LeaseSpan.class)
        .setParameter("begin", asked.begin())
        .setParameter("end", asked.end())
        .setParameter("offer", asked.offerId())
        .setParameter("tenant", asked.tenantId())
        .getResultList();
  }
}
