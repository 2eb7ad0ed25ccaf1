package org.yuzuri.portal.price;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.billing.price.TrafficPrice;

/** A price in a row of the database. */
@Embeddable
public class PriceColumns {

  @Enumerated(EnumType.STRING)
  @Column(name = "price_unit")
  private BilledUnit unit;

  private BigDecimal perUnit;

  @Enumerated(EnumType.STRING)
  private PartOfMonth partOfMonth;

  private @Nullable BigDecimal monthlyCap;
  private BigDecimal setUpFee;
  private @Nullable BigDecimal trafficPerGb;
  private String trafficSteps = "";
  private BigDecimal includedGb;

  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  /** For Hibernate. */
  protected PriceColumns() {}

  /** The columns of this price. */
  public PriceColumns(Price price) {
    Money cap = price.time().monthlyCap();
    unit = price.time().unit();
    perUnit = price.time().perUnit().amount();
    partOfMonth = price.time().partOfMonth();
    monthlyCap = cap == null ? null : cap.amount();
    setUpFee = price.setUp().amount();
    TrafficPrice traffic = price.traffic();
    trafficPerGb = traffic == null ? null : traffic.perGb().amount();
    trafficSteps = traffic == null ? "" : TrafficSteps.of(traffic.price()).code();
    includedGb = traffic == null ? BigDecimal.ZERO : traffic.includedGb();
    currency = price.currency();
  }

  /** What stands in them. */
  public Price price() {
    return Price.of(
        unit,
        perUnit,
        partOfMonth,
        monthlyCap,
        setUpFee,
        trafficPerGb,
        trafficSteps,
        includedGb,
        currency);
  }

  /**
   * What a query selects for all parameters of {@link Price#of}, in their order.
   *
   * @param path such as {@code o.price}
   */
  public static String[] select(String path) {
    return new String[] {
      path + ".unit",
      path + ".perUnit",
      path + ".partOfMonth",
      path + ".monthlyCap",
      path + ".setUpFee",
      path + ".trafficPerGb",
      path + ".trafficSteps",
      path + ".includedGb",
      path + ".currency"
    };
  }
}
