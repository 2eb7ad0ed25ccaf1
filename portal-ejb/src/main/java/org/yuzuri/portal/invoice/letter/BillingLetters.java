package org.yuzuri.portal.invoice.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.invoice.Invoice;
import org.yuzuri.portal.invoice.InvoiceKind;
import org.yuzuri.portal.mail.Mails;
import org.yuzuri.portal.mail.letter.Letter;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.mail.letter.Recipient;
import org.yuzuri.portal.member.Members;
import org.yuzuri.portal.member.Person;

/**
 * Tells a tenant's billing members, and its administrators when there are none. Transaction: the
 * caller's, which holds the lock of what it tells of.
 */
@ApplicationScoped
public class BillingLetters {

  private static final Logger log = LoggerFactory.getLogger(BillingLetters.class);

  @Inject Members members;
  @Inject Mails mails;

  /** A document was issued. */
  public void issued(Invoice invoice) {
    if (invoice.kind() == InvoiceKind.INVOICE) {
      tell(
          invoice,
          MailKind.INVOICE_ISSUED,
          "invoice/" + invoice.id(),
          due(invoice, invoice.total()));
    } else {
      tell(
          invoice,
          MailKind.CREDIT_NOTE_ISSUED,
          "invoice/" + invoice.id(),
          about(invoice, invoice.total().negated()));
    }
  }

  /**
   * An invoice should have been paid.
   *
   * @param owed what is still owed
   * @param reminder which one, from 1
   */
  public void overdue(Invoice invoice, Money owed, int reminder) {
    tell(
        invoice,
        MailKind.INVOICE_OVERDUE,
        "invoice-overdue/" + invoice.id() + "/" + reminder,
        due(invoice, owed));
  }

  /**
   * Its tenant is going to be suspended for an invoice.
   *
   * @param owed what is still owed
   * @param on the first day on which that may happen
   */
  public void suspensionAhead(Invoice invoice, Money owed, LocalDate on) {
    tell(
        invoice,
        MailKind.SUSPENSION_AHEAD,
        "suspension-ahead/" + invoice.id() + "/" + on,
        and(due(invoice, owed), "suspendedOn", on.toString()));
  }

  /**
   * Its tenant was suspended for an invoice.
   *
   * @param owed what is still owed
   */
  public void suspended(Invoice invoice, Money owed) {
    tell(invoice, MailKind.SUSPENDED_UNPAID, "suspended/" + invoice.id(), due(invoice, owed));
  }

  private void tell(Invoice invoice, MailKind kind, String key, Map<String, String> values) {
    List<Person> people = members.ofTenant(invoice.tenantId(), Role.TENANT_BILLING);
    if (people.isEmpty()) {
      people = members.ofTenant(invoice.tenantId(), Role.TENANT_ADMIN);
    }
    for (Person person : people) {
      String address = person.email();
      if (address == null || !Recipient.isAddress(address)) {
        log.warn("member {} has no address that mail can be sent to", person.id());
        continue;
      }
      Recipient to =
          new Recipient(
              person.id(), address, person.displayName(), person.language(), person.zone());
      mails.send(new Letter(kind, to, key + "/" + person.id(), values));
    }
  }

  /** What every letter says of a document. */
  private static Map<String, String> about(Invoice invoice, Money amount) {
    return Map.of(
        "number",
        invoice.number(),
        "amount",
        amount.printed(),
        "link",
        "/invoice/view.xhtml?id=" + invoice.id());
  }

  private static Map<String, String> due(Invoice invoice, Money amount) {
    return and(about(invoice, amount), "dueOn", invoice.dueOn().toString());
  }

  private static Map<String, String> and(Map<String, String> values, String name, String value) {
    Map<String, String> all = new HashMap<>(values);
    all.put(name, value);
    return all;
  }
}
