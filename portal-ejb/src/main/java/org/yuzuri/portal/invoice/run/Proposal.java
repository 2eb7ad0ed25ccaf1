package org.yuzuri.portal.invoice.run;

import java.util.Currency;
import java.util.List;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.billing.tax.TaxTotal;
import org.yuzuri.portal.invoice.LineDraft;

/** What a tenant is to be billed in one currency; at least one line. */
record Proposal(long tenantId, Currency currency, List<LineDraft> lines) {

  Money net() {
    return lines.stream().map(LineDraft::net).reduce(Money.zero(currency), Money::plus);
  }

  Money tax(Rounding rounding) {
    return TaxTotal.of(lines.stream().map(LineDraft::taxable).toList(), rounding).stream()
        .map(TaxTotal::tax)
        .reduce(Money.zero(currency), Money::plus);
  }
}
