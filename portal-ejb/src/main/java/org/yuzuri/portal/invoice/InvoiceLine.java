package org.yuzuri.portal.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.platform.TenantRow;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.charge.ChargeUnit;

/** A line of a document; written once. */
@Entity
@Immutable
@Table(name = "invoice_line")
class InvoiceLine extends TenantRow {

  @Column(name = "invoice_id")
  private long invoiceId;

  private int position;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private ChargeKind kind;

  @JdbcTypeCode(SqlTypes.CHAR)
  private String month;

  private boolean correction;
  private boolean counts;

  @Column(name = "lease_id")
  private @Nullable Long leaseId;

  @Column(name = "server_name")
  private @Nullable String serverName;

  @Column(name = "offer_id")
  private @Nullable Long offerId;

  @Column(name = "offer_name")
  private @Nullable String offerName;

  @Column(name = "used_from")
  private Instant from;

  @Column(name = "used_until")
  private Instant until;

  private BigDecimal quantity;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private ChargeUnit unit;

  @Column(name = "unit_price")
  private BigDecimal unitPrice;

  private BigDecimal net;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "tax_category")
  private TaxCategory taxCategory;

  private BigDecimal percent;

  /** For Hibernate. */
  InvoiceLine() {}

  InvoiceLine(Invoice invoice, int position, LineDraft draft) {
    super(invoice.tenantId());
    this.invoiceId = invoice.id();
    this.position = position;
    this.kind = draft.kind();
    this.month = draft.month().toString();
    this.correction = draft.correction();
    this.counts = draft.counts();
    this.leaseId = draft.leaseId();
    this.serverName = draft.serverName();
    this.offerId = draft.offerId();
    this.offerName = draft.offerName();
    this.from = draft.from();
    this.until = draft.until();
    this.quantity = draft.quantity();
    this.unit = draft.unit();
    this.unitPrice = draft.unitPrice().amount();
    this.net = draft.net().amount();
    this.taxCategory = draft.tax();
    this.percent = draft.percent();
  }

  long invoiceId() {
    return invoiceId;
  }

  int position() {
    return position;
  }

  /** What it says. */
  LineDraft content(Currency currency) {
    return new LineDraft(
        kind,
        YearMonth.parse(month),
        correction,
        counts,
        leaseId,
        serverName,
        offerId,
        offerName,
        from,
        until,
        quantity,
        unit,
        new Money(unitPrice, currency),
        new Money(net, currency),
        taxCategory,
        percent);
  }

  @Override
  public String toString() {
    return "line " + position + " of invoice " + invoiceId;
  }
}
