package org.yuzuri.portal.invoice.credit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
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

/** Takes invoices back. Transactions: required. */
@Stateless
public class CreditNoteService {

  private static final int LONGEST_REASON = 500;

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
    if (why.isEmpty()
        || why.length() > LONGEST_REASON
        || why.chars().anyMatch(Character::isISOControl)) {
      throw ProblemException.invalid("credit.reason", why, "1 to 500 characters in one line");
    }
    Invoice invoice = stored.invoice();
    if (invoice.kind() != InvoiceKind.INVOICE || stored.balance().credited().signum() != 0) {
      throw new ProblemException(
          CreditProblem.CREDITED_ALREADY, "invoice", invoice.number(), "an invoice not credited");
    }
    stepUp.check();
    List<LineDraft> lines =
        book.lines(invoice).stream().map(line -> line.takenBack(billAnew)).toList();
    Invoice note =
        book.issue(
            new InvoiceDraft(
                invoice.tenantId(),
                InvoiceKind.CREDIT_NOTE,
                null,
                invoiceId,
                why,
                invoice.month(),
                invoice.zone(),
                LocalDate.ofInstant(clock.instant(), invoice.zone()),
                invoice.currency(),
                invoice.rounding(),
                invoice.parties(),
                lines),
            subject.actor().name());
    letters.issued(note);
    audit.record(
        invoice.tenantId(),
        "invoice.credit",
        "invoice " + invoice.number(),
        note.number() + ": " + why + (billAnew ? ", to be billed anew" : ""));
    return note.id();
  }
}
