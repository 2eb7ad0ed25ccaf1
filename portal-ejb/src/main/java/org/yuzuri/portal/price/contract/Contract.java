package org.yuzuri.portal.price.contract;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.platform.TenantRow;

/** A version of what was agreed with a tenant. Written once, never changed. */
@Entity
class Contract extends TenantRow {

  private int number;
  private LocalDate fromMonth;
  private BigDecimal discount;

  @Enumerated(EnumType.STRING)
  @Column(name = "tax_category")
  private TaxCategory tax;

  @JdbcTypeCode(SqlTypes.CHAR)
  private String currency;

  private String note;
  private Instant setAt;
  private String setBy;

  @ElementCollection
  @CollectionTable(name = "contract_price", joinColumns = @JoinColumn(name = "contract_id"))
  @MapKeyColumn(name = "offer_id")
  private Map<Long, OwnPriceColumns> prices = new HashMap<>();

  /** For Hibernate. */
  protected Contract() {}

  Contract(
      long tenantId,
      int number,
      ContractEntry entry,
      Map<Long, OwnPrice> own,
      Instant at,
      String by) {
    super(tenantId);
    this.number = number;
    this.fromMonth = entry.month().atDay(1);
    this.discount = Objects.requireNonNull(entry.discount(), "checked");
    this.tax = entry.tax();
    this.currency = entry.currency();
    this.note = entry.note();
    this.setAt = at;
    this.setBy = by;
    own.forEach((offer, price) -> prices.put(offer, new OwnPriceColumns(price)));
  }

  ContractTerms terms() {
    return new ContractTerms(
        tenantId(), number, YearMonth.from(fromMonth), discount, tax, currency, note, setAt, setBy);
  }

  /** The tenant's own prices, by offer. */
  Map<Long, OwnPrice> prices() {
    return prices.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, price -> price.getValue().price()));
  }
}
