package org.yuzuri.portal.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import org.yuzuri.portal.usage.charge.NotCharged;

/** A line of a document; written once. */
@Entity
@Immutable
class InvoiceLine extends TenantRow {

  private long invoiceId;
  private int position;
  private @Nullable Integer correctsPosition;

  @Enumerated(EnumType.STRING)
  private ChargeKind kind;

  @JdbcTypeCode(SqlTypes.CHAR)
  private String month;

  private boolean correction;
  private boolean counts;
  private @Nullable Long leaseId;
  private @Nullable String serverName;
  private @Nullable Long offerId;
  private @Nullable String offerName;

  @Column(name = "used_from")
  private Instant from;

  @Column(name = "used_until")
  private Instant until;

  private BigDecimal quantity;

  @Enumerated(EnumType.STRING)
  private ChargeUnit unit;

  private BigDecimal unitPrice;
  private BigDecimal net;

  @Enumerated(EnumType.STRING)
  private TaxCategory taxCategory;

  private BigDecimal percent;
  private long faultSeconds;
  private String faultKinds = "";

  /** For Hibernate. */
  InvoiceLine() {}

  InvoiceLine(Invoice invoice, int position, LineDraft draft) {
    super(invoice.tenantId());
    this.invoiceId = invoice.id();
    this.position = position;
    this.correctsPosition = draft.corrects();
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
    this.faultSeconds = draft.notCharged().seconds();
    this.faultKinds = draft.notCharged().names();
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
        percent,
        correctsPosition,
        NotCharged.named(faultSeconds, faultKinds));
  }

  @Override
  public String toString() {
    return "line " + position + " of invoice " + invoiceId;
  }
}
