package org.yuzuri.portal.invoice.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.billing.tax.TaxTotal;
import org.yuzuri.portal.invoice.Drafts;
import org.yuzuri.portal.invoice.InvoiceDraft;
import org.yuzuri.portal.invoice.InvoiceKind;
import org.yuzuri.portal.invoice.InvoiceState;
import org.yuzuri.portal.invoice.InvoiceView;
import org.yuzuri.portal.invoice.LineDraft;

/** Documents that were issued, for tests of their files. */
final class Documents {

  static InvoiceView invoice(LineDraft... lines) {
    return of(InvoiceKind.INVOICE, null, List.of(lines), Drafts.PARTIES);
  }

  static InvoiceView creditNote(LineDraft... lines) {
    return of(InvoiceKind.CREDIT_NOTE, "2026-000001", List.of(lines), Drafts.PARTIES);
  }

  static InvoiceView of(InvoiceDraft.Parties parties, LineDraft... lines) {
    return of(InvoiceKind.INVOICE, null, List.of(lines), parties);
  }

  private static InvoiceView of(
      InvoiceKind kind,
      @Nullable String corrects,
      List<LineDraft> lines,
      InvoiceDraft.Parties parties) {
    Currency currency = lines.get(0).net().currency();
    List<TaxTotal> taxes =
        TaxTotal.of(lines.stream().map(LineDraft::taxable).toList(), Rounding.DOWN);
    Money zero = Money.zero(currency);
    Money net = taxes.stream().map(TaxTotal::net).reduce(zero, Money::plus);
    Money tax = taxes.stream().map(TaxTotal::tax).reduce(zero, Money::plus);
    return new InvoiceView(
        2,
        kind == InvoiceKind.INVOICE ? "2026-000002" : "CN-2026-000001",
        kind,
        corrects == null ? null : 1L,
        corrects,
        corrects == null ? null : LocalDate.of(2026, 2, 1),
        corrects == null ? "" : "Billed in error",
        Drafts.MONTH,
        ZoneId.of("Asia/Tokyo"),
        Instant.parse("2026-03-01T03:00:00Z"),
        LocalDate.of(2026, 3, 1),
        LocalDate.of(2026, 3, 31),
        corrects == null ? InvoiceState.OPEN : InvoiceState.CREDIT,
        parties,
        lines,
        taxes,
        net,
        tax,
        net.plus(tax),
        zero,
        zero,
        List.of());
  }

  private Documents() {}
}
