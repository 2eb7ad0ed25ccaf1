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

/** A price in a row of the database. */
@Embeddable
public class PriceColumns {

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "price_unit")
  private BilledUnit unit;

  @Column(name = "per_unit")
  private BigDecimal perUnit;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(name = "part_of_month")
  private PartOfMonth partOfMonth;

  @Column(name = "monthly_cap")
  private @Nullable BigDecimal monthlyCap;

  @Column(name = "set_up_fee")
  private BigDecimal setUpFee;

  @Column(name = "currency")
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
    currency = price.currency();
  }

  /** What stands in them. */
  public Price price() {
    return Price.of(unit, perUnit, partOfMonth, monthlyCap, setUpFee, currency);
  }

  /**
   * What a query selects for the parameters of {@link Price#of}, in their order.
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
      path + ".currency"
    };
  }
}
