package org.yuzuri.portal.price.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.TrafficSteps;

/** What was agreed of a price, in a row of the database. A set-up fee says that all of it was. */
@Embeddable
class OwnPriceColumns {

  @Enumerated(EnumType.STRING)
  @Column(name = "price_unit")
  private @Nullable BilledUnit unit;

  private @Nullable BigDecimal perUnit;

  @Enumerated(EnumType.STRING)
  private @Nullable PartOfMonth partOfMonth;

  private @Nullable BigDecimal monthlyCap;
  private @Nullable BigDecimal setUpFee;
  private @Nullable BigDecimal trafficPerGb;
  private String trafficSteps = "";
  private @Nullable BigDecimal includedGb;

  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  /** For Hibernate. */
  protected OwnPriceColumns() {}

  /** Parts; whole prices are not agreed any more. */
  OwnPriceColumns(OwnPrice price) {
    unit = price.unit();
    partOfMonth = price.partOfMonth();
    perUnit = price.perUnit();
    trafficPerGb = price.perGb();
    trafficSteps = price.steps().code();
    currency = price.currency();
  }

  OwnPrice price() {
    Price whole =
        setUpFee == null
            ? null
            : Price.of(
                Objects.requireNonNull(unit),
                Objects.requireNonNull(perUnit),
                Objects.requireNonNull(partOfMonth),
                monthlyCap,
                setUpFee,
                trafficPerGb,
                Objects.requireNonNull(includedGb),
                currency);
    return new OwnPrice(
        whole,
        unit,
        partOfMonth,
        perUnit,
        trafficPerGb,
        TrafficSteps.ofCode(trafficSteps),
        currency);
  }
}
