package org.yuzuri.portal.demo.history;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.invoice.InvoiceKind;
import org.yuzuri.portal.invoice.InvoiceSummary;
import org.yuzuri.portal.invoice.Invoices;
import org.yuzuri.portal.invoice.credit.CreditNoteService;
import org.yuzuri.portal.invoice.credit.PartDraft;
import org.yuzuri.portal.invoice.payment.PaymentService;
import org.yuzuri.portal.price.BillingRules;

/** What tenants did with the invoices of a history that was made up. Transaction: required. */
@Stateless
public class HistorySettlingService {

  private static final String CREDITED = "100";

  @Inject Invoices invoices;
  @Inject PaymentService payments;
  @Inject CreditNoteService credits;
  @Inject Clock clock;

  /**
   * Has all invoices paid but those of the last month, of which a part is credited.
   *
   * @param since what was issued before is left alone
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public void settle(Instant since, YearMonth last) {
    List<InvoiceSummary> issued =
        invoices.issued(since, clock.instant().plusSeconds(1)).stream()
            .filter(each -> each.kind() == InvoiceKind.INVOICE)
            .toList();
    List<InvoiceSummary> paid =
        issued.stream().filter(each -> each.month().isBefore(last)).toList();
    if (!paid.isEmpty()) {
      payments.book(file(paid));
    }
    issued.stream()
        .filter(each -> each.month().equals(last))
        .findFirst()
        .ifPresent(
            each ->
                credits.creditPart(
                    each.id(),
                    new PartDraft("1", CREDITED, PastServers.MADE_UP, false),
                    BigDecimal.ZERO));
  }

  private String file(List<InvoiceSummary> paid) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), BillingRules.configured().zone());
    return paid.stream()
        .map(
            each ->
                String.join(
                    ",",
                    "DEMO-" + each.number(),
                    today.toString(),
                    each.number(),
                    each.total().amount().toPlainString(),
                    each.total().currency().getCurrencyCode()))
        .collect(Collectors.joining("\n", "reference,receivedOn,invoice,amount,currency\n", "\n"));
  }
}
