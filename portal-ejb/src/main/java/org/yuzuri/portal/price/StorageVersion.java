package org.yuzuri.portal.price;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.Tier;
import org.yuzuri.billing.price.VolumePrice;
import org.yuzuri.portal.platform.NumberedRow;

/** A version of the price of storage. Written once, never changed. */
@Entity
@Table(name = "storage_price")
class StorageVersion extends NumberedRow {

  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  private int number;
  private LocalDate fromMonth;
  private Instant setAt;
  private String setBy;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "storage_price_tier", joinColumns = @JoinColumn(name = "price_id"))
  @MapKeyColumn(name = "above")
  @Column(name = "per_unit")
  private Map<BigDecimal, BigDecimal> tiers = new HashMap<>();

  /** For Hibernate. */
  StorageVersion() {}

  StorageVersion(StoragePrice price) {
    currency = price.currency();
    number = price.number();
    fromMonth = price.fromMonth();
    setAt = price.setAt();
    setBy = price.setBy();
    price.price().tiers().forEach(tier -> tiers.put(tier.from(), tier.perUnit().amount()));
  }

  StoragePrice price() {
    Currency code = Currency.getInstance(currency);
    return new StoragePrice(
        number,
        fromMonth,
        new VolumePrice(
            new TreeMap<>(tiers)
                .entrySet().stream()
                    .map(tier -> new Tier(tier.getKey(), new Money(tier.getValue(), code)))
                    .toList()),
        setAt,
        setBy);
  }

  @Override
  public String toString() {
    return id() + ": " + price();
  }
}
