package org.yuzuri.portal.invoice;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.billing.tax.TaxTotal;
import org.yuzuri.portal.platform.TenantRow;

/** An invoice or credit note; written once. */
@Entity
@Immutable
public class Invoice extends TenantRow {

  @Enumerated(EnumType.STRING)
  private InvoiceKind kind;

  private String number;
  private String series;
  private int year;
  private long place;
  private @Nullable Long runId;
  private @Nullable Long correctsId;
  private String reason;

  @JdbcTypeCode(SqlTypes.CHAR)
  private String month;

  private String zone;
  private Instant issuedAt;
  private LocalDate issuedOn;
  private LocalDate dueOn;

  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  private BigDecimal net;
  private BigDecimal tax;
  private BigDecimal total;

  @Enumerated(EnumType.STRING)
  private Rounding rounding;

  private int lineCount;
  private int taxCount;
  private String issuerName;
  private String issuerAddress;
  private String issuerRegistration;
  private String issuerBank;
  private String issuerTerms;
  private String buyerName;
  private String buyerAddress;
  private String issuedBy;

  /** For Hibernate. */
  Invoice() {}

  /**
   * A document with this place in its series.
   *
   * @param taxes of the draft's lines
   */
  Invoice(InvoiceDraft draft, List<TaxTotal> taxes, long place, Instant now, String by) {
    super(draft.tenantId());
    this.kind = draft.kind();
    this.runId = draft.runId();
    this.correctsId = draft.correctsId();
    this.reason = draft.reason();
    this.month = draft.month().toString();
    this.zone = draft.zone().getId();
    this.issuedAt = now;
    this.issuedOn = LocalDate.ofInstant(now, draft.zone());
    this.dueOn = draft.dueOn();
    this.series = kind.series();
    this.year = issuedOn.getYear();
    this.place = place;
    this.number = InvoiceNumber.printed(series, year, place);
    this.currency = draft.currency().getCurrencyCode();
    this.rounding = draft.rounding();
    this.lineCount = draft.lines().size();
    this.taxCount = taxes.size();
    Money zero = Money.zero(draft.currency());
    this.net = taxes.stream().map(TaxTotal::net).reduce(zero, Money::plus).amount();
    this.tax = taxes.stream().map(TaxTotal::tax).reduce(zero, Money::plus).amount();
    this.total = net.add(tax);
    this.issuerName = draft.parties().issuer();
    this.issuerAddress = draft.parties().issuerAddress();
    this.issuerRegistration = draft.parties().registration();
    this.issuerBank = draft.parties().bank();
    this.issuerTerms = draft.parties().terms();
    this.buyerName = draft.parties().buyer();
    this.buyerAddress = draft.parties().buyerAddress();
    this.issuedBy = by;
  }

  public InvoiceKind kind() {
    return kind;
  }

  public String number() {
    return number;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  public ZoneId zone() {
    return ZoneId.of(zone);
  }

  public Currency currency() {
    return Currency.getInstance(currency);
  }

  public Money total() {
    return money(total);
  }

  /** How its taxes were rounded. */
  public Rounding rounding() {
    return rounding;
  }

  public YearMonth month() {
    return YearMonth.parse(month);
  }

  /** Who issued it and who got it, as they were called then. */
  public InvoiceDraft.Parties parties() {
    return new InvoiceDraft.Parties(
        issuerName,
        issuerAddress,
        issuerRegistration,
        issuerBank,
        issuerTerms,
        buyerName,
        buyerAddress);
  }

  /** As a summand. */
  InvoiceSummary summary(InvoiceBalance balance) {
    Money settled =
        kind == InvoiceKind.CREDIT_NOTE ? total() : money(balance.paid().add(balance.credited()));
    return new InvoiceSummary(
        id(),
        number,
        tenantId(),
        kind,
        month(),
        issuedOn,
        dueOn,
        money(net),
        money(tax),
        total(),
        settled);
  }

  /** With all that it says. */
  InvoiceView view(
      InvoiceBalance balance,
      @Nullable Invoice corrected,
      List<LineDraft> lines,
      List<TaxTotal> taxes,
      List<InvoiceView.Note> notes) {
    return new InvoiceView(
        id(),
        number,
        kind,
        correctsId,
        corrected == null ? null : corrected.number,
        corrected == null ? null : corrected.issuedOn,
        reason,
        month(),
        zone(),
        issuedAt,
        issuedOn,
        dueOn,
        balance.state(),
        parties(),
        lines,
        taxes,
        money(net),
        money(tax),
        total(),
        money(balance.paid()),
        money(balance.credited()),
        notes);
  }

  /** As its invoice shows a credit note. */
  InvoiceView.Note note() {
    return new InvoiceView.Note(id(), number, total());
  }

  /** Of a credit note, the invoice that it takes back from. */
  @Nullable Long correctsId() {
    return correctsId;
  }

  private Money money(BigDecimal amount) {
    return new Money(amount, currency());
  }

  @Override
  public String toString() {
    return number
        + " of run "
        + runId
        + ", place "
        + place
        + ": "
        + lineCount
        + "/"
        + taxCount
        + issuedBy;
  }
}
