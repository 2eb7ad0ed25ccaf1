package org.yuzuri.portal.invoice.payment;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.invoice.Invoice;
import org.yuzuri.portal.invoice.InvoiceBook;
import org.yuzuri.portal.invoice.InvoiceKind;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;

/**
 * Books what came in, typed in one by one or as a file. Transactions: required: a file is booked as
 * a whole or not at all.
 */
@Stateless
public class PaymentService {

  private static final int SHOWN = 100;

  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject InvoiceBook book;

  @PersistenceContext EntityManager em;

  /** The payments that were booked last, newest first. */
  @RequiresPermissions(Permissions.INVOICE_WRITE)
  public List<PaymentView> newest() {
    return em.createQuery(
            "select new org.yuzuri.portal.invoice.payment.PaymentView(p.reference, p.receivedOn,"
                + " i.number, i.id, p.amount, i.currency, p.enteredAt, p.enteredBy)"
                + " from Payment p join Invoice i on i.id = p.invoiceId order by p.id desc",
            PaymentView.class)
        .setMaxResults(SHOWN)
        .getResultList();
  }

  /**
   * What booking a file would do.
   *
   * @param text the file
   * @throws ProblemException INVALID_VALUE, for each field of each line that is wrong
   */
  @RequiresPermissions(Permissions.INVOICE_WRITE)
  public PaymentPreview preview(String text) {
    List<PaymentDraft> drafts = PaymentFile.read(text);
    invoices(drafts);
    return split(drafts);
  }

  /**
   * Books a file; what is booked already is left out, so that the same file is booked once.
   *
   * @return how many payments were new
   * @throws ProblemException as above; nothing was booked
   */
  @RequiresPermissions(Permissions.INVOICE_WRITE)
  public int book(String text) {
    List<PaymentDraft> drafts = PaymentFile.read(text);
    Map<String, Invoice> invoices = invoices(drafts);
    // In the order of their ids: two files at once wait for each other, and do not lock each other.
    invoices.values().stream().map(Invoice::id).sorted().forEach(book::locked);
    PaymentPreview parts = split(drafts);
    for (PaymentDraft draft : parts.fresh()) {
      Invoice invoice = Objects.requireNonNull(invoices.get(draft.invoice()));
      keep(book.locked(invoice.id()), draft);
    }
    em.flush();
    return parts.fresh().size();
  }

  /**
   * Books one payment that somebody typed in.
   *
   * @throws ProblemException INVALID_VALUE for each field that is wrong; PAYMENT_BOOKED_ALREADY:
   *     its reference is, of whatever invoice. Nothing was booked
   */
  @RequiresPermissions(Permissions.INVOICE_WRITE)
  public void enter(PaymentEntry entry) {
    Invoice found =
        withNumbers(Set.of(entry.invoice())).stream()
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        "payment.invoice", entry.invoice(), PaymentFields.AN_INVOICE));
    InvoiceBook.Stored stored = book.locked(found.id());
    Invoice invoice = stored.invoice();
    PaymentDraft draft = entry.in(invoice.currency().getCurrencyCode());
    Problems problems = new Problems();
    checkMoney(problems, draft, invoice, "");
    problems.refuse();
    bookedFor(draft.reference())
        .ifPresent(
            other -> {
              throw new ProblemException(
                  PaymentProblem.PAYMENT_BOOKED_ALREADY,
                  "payment.reference",
                  draft.reference(),
                  other);
            });
    keep(stored, draft);
    em.flush();
  }

  private void keep(InvoiceBook.Stored stored, PaymentDraft draft) {
    Invoice invoice = stored.invoice();
    em.persist(
        new Payment(
            invoice.tenantId(), invoice.id(), draft, clock.instant(), subject.actor().name()));
    stored.balance().pays(invoice, draft.amount());
    audit.record(
        invoice.tenantId(),
        "payment.book",
        "invoice " + invoice.number(),
        draft.reference() + ": " + draft.amount().toPlainString() + " " + draft.currency());
  }

  /** The number of the invoice that a reference was booked for; empty when it was not. */
  private Optional<String> bookedFor(String reference) {
    return em.createQuery(
            "select i.number from Payment p join Invoice i on i.id = p.invoiceId"
                + " where p.reference = :reference",
            String.class)
        .setParameter("reference", reference)
        .getResultStream()
        .findFirst();
  }

  private List<Invoice> withNumbers(Set<String> numbers) {
    return em.createQuery(
            "select i from Invoice i where i.number in :numbers and i.kind = :invoice",
            Invoice.class)
        .setParameter("numbers", numbers)
        .setParameter("invoice", InvoiceKind.INVOICE)
        .getResultList();
  }

  /** The invoices that are paid, by number. */
  private Map<String, Invoice> invoices(List<PaymentDraft> drafts) {
    Map<String, Invoice> found = new HashMap<>();
    Set<String> numbers = new HashSet<>();
    drafts.forEach(draft -> numbers.add(draft.invoice()));
    withNumbers(numbers).forEach(invoice -> found.put(invoice.number(), invoice));
    Problems problems = new Problems();
    for (PaymentDraft draft : drafts) {
      Invoice invoice = found.get(draft.invoice());
      String place = draft.reference() + ": ";
      problems.unless(
          invoice != null, "payment.invoice", place + draft.invoice(), PaymentFields.AN_INVOICE);
      if (invoice != null) {
        checkMoney(problems, draft, invoice, place);
      }
    }
    problems.refuse();
    return found;
  }

  private static void checkMoney(
      Problems problems, PaymentDraft draft, Invoice invoice, String place) {
    String currency = invoice.currency().getCurrencyCode();
    problems.unless(
        draft.currency().equals(currency),
        "payment.currency",
        place + draft.currency(),
        currency + ", the invoice's");
    BigDecimal amount = draft.amount().stripTrailingZeros();
    int digits = Math.max(0, invoice.currency().getDefaultFractionDigits());
    problems.unless(
        amount.scale() <= digits,
        "payment.amount",
        place + draft.amount().toPlainString(),
        "at most " + digits + " digits behind the point");
  }

  private PaymentPreview split(List<PaymentDraft> drafts) {
    List<String> all = drafts.stream().map(PaymentDraft::reference).toList();
    Set<String> known =
        new HashSet<>(
            em.createQuery(
                    "select p.reference from Payment p where p.reference in :all", String.class)
                .setParameter("all", all)
                .getResultList());
    List<PaymentDraft> fresh = new ArrayList<>();
    drafts.stream().filter(draft -> !known.contains(draft.reference())).forEach(fresh::add);
    return new PaymentPreview(fresh, known.stream().sorted().toList());
  }
}
