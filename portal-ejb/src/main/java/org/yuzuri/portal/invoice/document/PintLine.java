package org.yuzuri.portal.invoice.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AllowanceChargeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PeriodType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.AllowanceChargeReasonType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.InvoicedQuantityType;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.invoice.LineDraft;
import org.yuzuri.portal.usage.charge.ChargeUnit;
import org.yuzuri.portal.usage.charge.NotCharged;

/** A line of an invoice in XML. */
final class PintLine {

  private final String currency;
  private final ZoneId zone;

  PintLine(String currency, ZoneId zone) {
    this.currency = currency;
    this.zone = zone;
  }

  InvoiceLineType of(int position, LineDraft line) {
    InvoiceLineType type = new InvoiceLineType();
    type.setID(String.valueOf(position));
    InvoicedQuantityType quantity = new InvoicedQuantityType();
    quantity.setUnitCode(unit(line.unit()));
    quantity.setValue(plain(line.quantity()));
    type.setInvoicedQuantity(quantity);
    type.setLineExtensionAmount(plain(line.net().amount())).setCurrencyID(currency);
    type.addInvoicePeriod(period(line));
    BigDecimal difference =
        line.quantity().multiply(line.unitPrice().amount()).subtract(line.net().amount());
    if (difference.signum() != 0) {
      type.addAllowanceCharge(allowance(difference));
    }
    ItemType item = new ItemType();
    item.setName(name(line));
    item.addClassifiedTaxCategory(category(line.tax(), line.percent()));
    type.setItem(item);
    PriceType price = new PriceType();
    price.setPriceAmount(plain(line.unitPrice().amount())).setCurrencyID(currency);
    type.setPrice(price);
    return type;
  }

  /** Source: UNCL5305, as JP PINT takes it: S standard, AA reduced, E exempt, O not subject. */
  static TaxCategoryType category(TaxCategory category, BigDecimal percent) {
    TaxCategoryType type = new TaxCategoryType();
    type.setID(
        switch (category) {
          case STANDARD -> "S";
          case REDUCED -> "AA";
          case EXEMPT -> "E";
          case REVERSE_CHARGE -> "O";
        });
    if (category != TaxCategory.REVERSE_CHARGE) {
      type.setPercent(plain(percent));
    }
    type.setTaxScheme(PintParty.scheme());
    return type;
  }

  static BigDecimal plain(BigDecimal amount) {
    BigDecimal stripped = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /**
   * A cap takes from quantity times price, and steps of a price take or add; of a line that takes
   * back, the other way round.
   */
  private AllowanceChargeType allowance(BigDecimal difference) {
    AllowanceChargeType allowance = new AllowanceChargeType();
    allowance.setChargeIndicator(difference.signum() < 0);
    allowance.addAllowanceChargeReason(
        new AllowanceChargeReasonType("monthly cap, share of a month or price by volume"));
    allowance.setAmount(plain(difference.abs())).setCurrencyID(currency);
    return allowance;
  }

  private PeriodType period(LineDraft line) {
    PeriodType period = new PeriodType();
    period.setStartDate(LocalDate.ofInstant(line.from(), zone));
    period.setEndDate(LocalDate.ofInstant(line.until().minusNanos(1000), zone));
    return period;
  }

  private static String name(LineDraft line) {
    String server = line.serverName() == null ? "" : " " + line.serverName();
    String offer = line.offerName() == null ? "" : " (" + line.offerName() + ")";
    String correction = line.correction() ? ", correction of " + line.month() : "";
    return line.kind().name() + server + offer + correction + notCharged(line.notCharged());
  }

  private static String notCharged(NotCharged time) {
    return time.isSomething()
        ? ", not charged: " + time.minutes() + " min (" + time.names() + ")"
        : "";
  }

  /** Source: UN/ECE Recommendation 20. */
  private static String unit(ChargeUnit unit) {
    return switch (unit) {
      case MINUTE -> "MIN";
      case HOUR -> "HUR";
      case DAY -> "DAY";
      case MONTH -> "MON";
      case ONCE -> "C62";
      case GB_MONTH, GB -> "E34";
    };
  }
}
