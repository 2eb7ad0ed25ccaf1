package org.yuzuri.portal.invoice;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.Currency;
import org.hibernate.annotations.Immutable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.billing.tax.TaxTotal;
import org.yuzuri.portal.platform.TenantRow;

/** The tax of one rate of a document; written once. */
@Entity
@Immutable
class InvoiceTax extends TenantRow {

  private long invoiceId;
  private int position;

  @Enumerated(EnumType.STRING)
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
