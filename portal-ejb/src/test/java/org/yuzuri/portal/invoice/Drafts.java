package org.yuzuri.portal.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.charge.ChargeUnit;
import org.yuzuri.portal.usage.charge.NotCharged;

/** Documents that tests issue. */
public final class Drafts {

  /** The month that they bill. */
  public static final YearMonth MONTH = YearMonth.of(2026, 2);

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  /** Who issues and who gets them; the number is the National Tax Agency's own. */
  public static final InvoiceDraft.Parties PARTIES =
      new InvoiceDraft.Parties(
          "柚利データセンター株式会社",
          "東京都千代田区霞が関3-1-1",
          "T7000012050002",
          "Example Bank, Head Office, 1234567",
          "",
          "Alpha 株式会社",
          "大阪府大阪市北区1-2-3");

  /** An invoice of a run's. */
  public static InvoiceDraft invoice(long tenant, long run, LineDraft... lines) {
    return draft(tenant, InvoiceKind.INVOICE, run, null, lines);
  }

  /** A credit note on an invoice. */
  public static InvoiceDraft creditNote(long tenant, long corrects, LineDraft... lines) {
    return draft(tenant, InvoiceKind.CREDIT_NOTE, null, corrects, lines);
  }

  /** Hours of a server, at 10 %. */
  public static LineDraft hours(int hours, String price) {
    return hours(hours, price, "JPY");
  }

  /** The same in another currency, of whose digits the line has no more. */
  public static LineDraft hours(int hours, String price, String currency) {
    Money each = Money.of(price, currency);
    return line(hours, each, each.times(hours));
  }

  /** Hours of a server whose price is capped. */
  public static LineDraft capped(int hours, String price, String net) {
    return line(hours, Money.of(price, "JPY"), Money.of(net, "JPY"));
  }

  /** The same of a server and offer of another name. */
  public static LineDraft named(LineDraft line, String name) {
    return new LineDraft(
        line.kind(),
        line.month(),
        line.correction(),
        line.counts(),
        line.leaseId(),
        name,
        line.offerId(),
        name,
        line.from(),
        line.until(),
        line.quantity(),
        line.unit(),
        line.unitPrice(),
        line.net(),
        line.tax(),
        line.percent());
  }

  /** The same line, but short of time that faults took. */
  public static LineDraft disturbed(LineDraft line, NotCharged notCharged) {
    return new LineDraft(
        line.kind(),
        line.month(),
        line.correction(),
        line.counts(),
        line.leaseId(),
        line.serverName(),
        line.offerId(),
        line.offerName(),
        line.from(),
        line.until(),
        line.quantity(),
        line.unit(),
        line.unitPrice(),
        line.net(),
        line.tax(),
        line.percent(),
        line.corrects(),
        notCharged);
  }

  private static LineDraft line(int hours, Money each, Money net) {
    return new LineDraft(
        ChargeKind.SERVER_TIME,
        MONTH,
        false,
        true,
        17L,
        "lent-17",
        3L,
        "Small",
        Instant.parse("2026-01-31T15:00:00Z"),
        Instant.parse("2026-02-28T15:00:00Z"),
        BigDecimal.valueOf(hours),
        ChargeUnit.HOUR,
        each,
        net,
        TaxCategory.STANDARD,
        BigDecimal.TEN);
  }

  private static InvoiceDraft draft(
      long tenant,
      InvoiceKind kind,
      @Nullable Long run,
      @Nullable Long corrects,
      LineDraft... lines) {
    return new InvoiceDraft(
        tenant,
        kind,
        run,
        corrects,
        "",
        MONTH,
        TOKYO,
        LocalDate.of(2026, 3, 31),
        lines[0].net().currency(),
        Rounding.DOWN,
        PARTIES,
        List.of(lines));
  }

  private Drafts() {}
}
