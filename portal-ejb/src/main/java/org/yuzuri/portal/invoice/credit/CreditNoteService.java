package org.yuzuri.portal.invoice.credit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.stepup.StepUp;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.invoice.Invoice;
import org.yuzuri.portal.invoice.InvoiceBook;
import org.yuzuri.portal.invoice.InvoiceDraft;
import org.yuzuri.portal.invoice.InvoiceKind;
import org.yuzuri.portal.invoice.LineDraft;
import org.yuzuri.portal.invoice.letter.BillingLetters;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;

/** Takes invoices back. Transactions: required. */
@Stateless
public class CreditNoteService {

  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject StepUp stepUp;
  @Inject InvoiceBook book;
  @Inject BillingLetters letters;

  /**
   * Issues a credit note of all of an invoice.
   *
   * @param reason 1 to 500 characters in one line; it is printed
   * @param billAnew whether the next run of that month or a later one bills what is right; else it
   *     is left at that
   * @return id of the credit note
   * @throws ProblemException NOT_FOUND, INVALID_VALUE, CREDITED_ALREADY, STEP_UP_NEEDED
   */
  @RequiresPermissions(Permissions.INVOICE_WRITE)
  public long creditAll(long invoiceId, String reason, boolean billAnew) {
    String why = reason.strip();
    InvoiceBook.Stored stored = book.locked(invoiceId);
    Problems problems = new Problems();
    CreditReason.check(problems, "credit.reason", why);
    problems.refuse();
    Invoice invoice = stored.invoice();
    if (invoice.kind() != InvoiceKind.INVOICE || stored.balance().credited().signum() != 0) {
      throw new ProblemException(
          CreditProblem.CREDITED_ALREADY, "invoice", invoice.number(), "an invoice not credited");
    }
    stepUp.check();
    List<LineDraft> lines = new ArrayList<>();
    for (LineDraft line : book.lines(invoice)) {
      lines.add(line.takenBack(billAnew, lines.size() + 1));
    }
    return issue(invoice, draft(invoice, lines, why), billAnew);
  }

  /**
   * Issues a credit note of a line of an invoice, or of a part of it: never of more than what is
   * left of that line, nor, with its tax, of the invoice. Notes that take all of it back have its
   * tax together.
   *
   * @param seen what credit notes had taken back of it, with tax, when it was looked at: what was
   *     decided then is not done twice
   * @return id of the credit note
   * @throws ProblemException NOT_FOUND, INVALID_VALUE of each field, CREDITED_ALREADY,
   *     CREDITED_MEANWHILE, CREDIT_EXCEEDS_INVOICE, STEP_UP_NEEDED
   */
  @RequiresPermissions(Permissions.INVOICE_WRITE)
  public long creditPart(long invoiceId, PartDraft part, BigDecimal seen) {
    InvoiceBook.Stored stored = book.locked(invoiceId);
    Invoice invoice = stored.invoice();
    BigDecimal left = invoice.total().amount().subtract(stored.balance().credited());
    if (invoice.kind() != InvoiceKind.INVOICE || left.signum() <= 0) {
      throw new ProblemException(
          CreditProblem.CREDITED_ALREADY, "invoice", invoice.number(), "an invoice not credited");
    }
    BigDecimal credited = stored.balance().credited();
    if (credited.compareTo(seen) != 0) {
      throw new ProblemException(
          CreditProblem.CREDITED_MEANWHILE, "credited", plain(credited), plain(seen));
    }
    LineDraft line = part.of(book.lines(invoice), book.takenBack(invoice));
    InvoiceDraft draft = draft(invoice, List.of(line), part.reason());
    BigDecimal total =
        book.taxes(draft).stream()
            .map(tax -> tax.net().plus(tax.tax()).amount().negate())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.compareTo(left) > 0) {
      throw new ProblemException(
          CreditProblem.CREDIT_EXCEEDS_INVOICE,
          "credit.amount",
          plain(total),
          "at most " + plain(left) + " with tax");
    }
    stepUp.check();
    return issue(invoice, draft, part.billAnew());
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  private InvoiceDraft draft(Invoice invoice, List<LineDraft> lines, String why) {
    return new InvoiceDraft(
        invoice.tenantId(),
        InvoiceKind.CREDIT_NOTE,
        null,
        invoice.id(),
        why,
        invoice.month(),
        invoice.zone(),
        LocalDate.ofInstant(clock.instant(), invoice.zone()),
        invoice.currency(),
        invoice.rounding(),
        invoice.parties(),
        lines);
  }

  private long issue(Invoice invoice, InvoiceDraft draft, boolean billAnew) {
    Invoice note = book.issue(draft, subject.actor().name());
    letters.issued(note);
    audit.record(
        invoice.tenantId(),
        "invoice.credit",
        "invoice " + invoice.number(),
        note.number() + ": " + draft.reason() + (billAnew ? ", to be billed anew" : ""));
    return note.id();
  }
}
