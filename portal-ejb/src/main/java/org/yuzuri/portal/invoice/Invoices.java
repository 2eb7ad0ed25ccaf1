package org.yuzuri.portal.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/**
 * What was billed, for other features; in the caller's transaction, as far as its subject sees: a
 * tenant's members their own documents, operators and the portal itself all.
 */
@ApplicationScoped
public class Invoices {

  @PersistenceContext EntityManager em;

  /**
   * Documents that were issued in this time, oldest first.
   *
   * @param until not included
   */
  public List<InvoiceSummary> issued(Instant from, Instant until) {
    return em.createQuery(
            "select i, b from Invoice i join InvoiceBalance b on b.invoiceId = i.id"
                + " where i.issuedAt >= :from and i.issuedAt < :until order by i.issuedAt, i.id",
            Object[].class)
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultStream()
        .map(Invoices::summary)
        .toList();
  }

  /**
   * Invoices of which something is owed now and that were issued by then, those that are due first
   * first; {@code total} without {@code paid} is owed.
   */
  public List<InvoiceSummary> outstanding(Instant at) {
    return em.createQuery(
            "select i, b from Invoice i join InvoiceBalance b on b.invoiceId = i.id"
                + " where b.state in :owed and i.issuedAt <= :at order by i.dueOn, i.id",
            Object[].class)
        .setParameter("owed", List.of(InvoiceState.OPEN, InvoiceState.OVERDUE))
        .setParameter("at", at)
        .getResultStream()
        .map(Invoices::summary)
        .toList();
  }

  private static InvoiceSummary summary(Object[] row) {
    return ((Invoice) row[0]).summary((InvoiceBalance) row[1]);
  }
}
