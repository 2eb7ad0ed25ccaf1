package org.yuzuri.portal.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Currency;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.billing.tax.TaxTotal;
import org.yuzuri.portal.platform.TenantRow;

/** The tax of one rate of a document; written once. */
@Entity
@Immutable
@Table(name = "invoice_tax")
class InvoiceTax extends TenantRow {

  @Column(name = "invoice_id")
  private long invoiceId;

  private int position;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "tax_category")
  private TaxCategory category;

  private BigDecimal percent;
  private BigDecimal net;
  private BigDecimal tax;

  /** For Hibernate. */
  InvoiceTax() {}

  InvoiceTax(Invoice invoice, int position, TaxTotal total) {
    super(invoice.tenantId());
    this.invoiceId = invoice.id();
    this.position = position;
    this.category = total.category();
    this.percent = total.percent();
    this.net = total.net().amount();
    this.tax = total.tax().amount();
  }

  TaxTotal total(Currency currency) {
    return new TaxTotal(category, percent, new Money(net, currency), new Money(tax, currency));
  }

  @Override
  public String toString() {
    return "tax " + position + " of invoice " + invoiceId;
  }
}
