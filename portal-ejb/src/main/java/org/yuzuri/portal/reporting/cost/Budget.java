package org.yuzuri.portal.reporting.cost;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.platform.TenantRow;

/** What a tenant means to spend in a month on everything, or on the servers of one label. */
@Entity
@Table(name = "budget")
class Budget extends TenantRow {

  @Version private int version;
  private String label;
  private BigDecimal amount;
  private String currency;
  private String thresholds;

  private String setBy;

  private Instant setAt;

  /** For Hibernate. */
  Budget() {}

  Budget(
      long tenantId,
      String label,
      Money amount,
      List<Integer> thresholds,
      String setBy,
      Instant now) {
    super(tenantId);
    this.label = label;
    this.amount = amount.amount();
    this.currency = amount.currency().getCurrencyCode();
    this.thresholds = thresholds.stream().map(String::valueOf).collect(Collectors.joining(","));
    this.setBy = setBy;
    this.setAt = now;
  }

  String label() {
    return label;
  }

  Money amount() {
    return new Money(amount, Currency.getInstance(currency));
  }

  /** Percent, rising. */
  List<Integer> thresholds() {
    return Arrays.stream(thresholds.split(",", -1)).map(Integer::valueOf).toList();
  }

  @Override
  public String toString() {
    return label
        + " "
        + amount()
        + " at "
        + thresholds
        + ", "
        + version
        + " "
        + setBy
        + " "
        + setAt;
  }
}
