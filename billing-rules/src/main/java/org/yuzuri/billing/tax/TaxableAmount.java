package org.yuzuri.billing.tax;

import java.math.BigDecimal;
import org.yuzuri.billing.money.Money;

/**
 * What a line of an invoice gives to its tax.
 *
 * @param net without tax
 * @param percent the rate that held when it was used
 */
public record TaxableAmount(Money net, TaxCategory category, BigDecimal percent) {}
