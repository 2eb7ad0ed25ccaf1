package org.yuzuri.portal.invoice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuzuri.billing.tax.TaxTotal;
import org.yuzuri.billing.tax.TaxableAmount;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.state.row.RowLock;

/**
 * Where documents are written: the only place that gives numbers. Transaction: the caller's. The
 * row of the number's series is locked until its end, so that a number whose document is not kept
 * is given again.
 */
@ApplicationScoped
public class InvoiceBook {

  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** A document with all that belongs to it, as it was stored. */
  public record Stored(Invoice invoice, InvoiceBalance balance) {}

  /**
   * Issues a document.
   *
   * <p>INVARIANT: of a credit note, the caller holds the lock of the balance that it makes less.
   *
   * @param by login of who has it issued
   */
  public Invoice issue(InvoiceDraft draft, String by) {
    List<TaxTotal> taxes = taxes(draft);
    Instant now = clock.instant();
    int year = LocalDate.ofInstant(now, draft.zone()).getYear();
    InvoiceNumber numbers =
        em.find(
            InvoiceNumber.class,
            new InvoiceNumber.Key(draft.kind().series(), year),
            LockModeType.PESSIMISTIC_WRITE);
    Invoice invoice = new Invoice(draft, taxes, numbers.next(), now, by);
    em.persist(invoice);
    int position = 1;
    for (LineDraft line : draft.lines()) {
      em.persist(new InvoiceLine(invoice, position++, line));
    }
    position = 1;
    for (TaxTotal tax : taxes) {
      em.persist(new InvoiceTax(invoice, position++, tax));
    }
    em.persist(new InvoiceBalance(invoice));
    Long corrected = draft.correctsId();
    if (corrected != null) {
      Stored stored = locked(corrected);
      stored.balance().credits(stored.invoice(), invoice.total().amount().negate());
    }
    em.flush();
    return invoice;
  }

  /**
   * Taxes of what is to be issued, one for each rate. Those of a credit note that somebody enters
   * follow those of the invoice's others, so that notes of all of it are the invoice.
   */
  public List<TaxTotal> taxes(InvoiceDraft draft) {
    List<TaxableAmount> lines = draft.lines().stream().map(LineDraft::taxable).toList();
    Long corrects = draft.correctsId();
    if (corrects == null || draft.runId() != null) {
      return TaxTotal.of(lines, draft.rounding());
    }
    List<TaxTotal> before =
        em.createQuery(
                "select t from InvoiceTax t join Invoice i on i.id = t.invoiceId"
                    + " where i.correctsId = :invoice and i.runId is null",
                InvoiceTax.class)
            .setParameter("invoice", corrects)
            .getResultStream()
            .map(tax -> tax.total(draft.currency()))
            .toList();
    return TaxTotal.following(before, lines, draft.rounding());
  }

  /** A document; another tenant's is none. */
  public Optional<Invoice> find(long id) {
    return Optional.ofNullable(em.find(Invoice.class, id));
  }

  /**
   * A document whose balance is locked to the end of the transaction.
   *
   * @throws ProblemException NOT_FOUND
   */
  public Stored locked(long id) {
    Invoice invoice = find(id).orElseThrow(() -> ProblemException.notFound("invoice", id));
    return new Stored(invoice, RowLock.lock(em, InvoiceBalance.class, id).orElseThrow());
  }

  /**
   * A document with all that it says.
   *
   * @throws ProblemException NOT_FOUND
   */
  public InvoiceView view(long id) {
    Invoice invoice = find(id).orElseThrow(() -> ProblemException.notFound("invoice", id));
    InvoiceBalance balance = em.find(InvoiceBalance.class, id);
    Long correctsId = invoice.correctsId();
    Invoice corrected = correctsId == null ? null : em.find(Invoice.class, correctsId);
    return invoice.view(balance, corrected, lines(invoice), taxes(invoice), notes(invoice));
  }

  /** Credit notes that took an invoice back, oldest first. */
  private List<InvoiceView.Note> notes(Invoice invoice) {
    if (invoice.kind() == InvoiceKind.CREDIT_NOTE) {
      return List.of();
    }
    return em.createQuery(
            "select i from Invoice i where i.correctsId = :invoice order by i.id", Invoice.class)
        .setParameter("invoice", invoice.id())
        .getResultStream()
        .map(Invoice::note)
        .toList();
  }

  /** Lines of a document, in their order. */
  public List<LineDraft> lines(Invoice invoice) {
    return em.createQuery(
            "select l from InvoiceLine l where l.invoiceId = :invoice order by l.position",
            InvoiceLine.class)
        .setParameter("invoice", invoice.id())
        .getResultStream()
        .map(line -> line.content(invoice.currency()))
        .toList();
  }

  /**
   * What credit notes took back from lines of an invoice, by position; not negative for a price.
   */
  public Map<Integer, BigDecimal> takenBack(Invoice invoice) {
    Map<Integer, BigDecimal> taken = new HashMap<>();
    em.createQuery(
            "select l.correctsPosition, sum(l.net) from InvoiceLine l"
                + " join Invoice i on i.id = l.invoiceId where i.correctsId = :invoice"
                + " and l.correctsPosition is not null group by l.correctsPosition",
            Object[].class)
        .setParameter("invoice", invoice.id())
        .getResultStream()
        .forEach(row -> taken.put((Integer) row[0], ((BigDecimal) row[1]).negate()));
    return taken;
  }

  /** Taxes of a document, one for each rate. */
  public List<TaxTotal> taxes(Invoice invoice) {
    return em.createQuery(
            "select t from InvoiceTax t where t.invoiceId = :invoice order by t.position",
            InvoiceTax.class)
        .setParameter("invoice", invoice.id())
        .getResultStream()
        .map(tax -> tax.total(invoice.currency()))
        .toList();
  }
}
