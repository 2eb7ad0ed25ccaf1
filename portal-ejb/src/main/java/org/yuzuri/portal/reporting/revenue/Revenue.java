package org.yuzuri.portal.reporting.revenue;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.platform.TenantRow;

/** A sum of charges, or of what is to be expected: of one month, tenant, offer and currency. */
@Entity
@Table(name = "revenue")
class Revenue extends TenantRow {

  private String month;

  private @Nullable Long offerId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  private RevenueKind kind;

  private BigDecimal net;
  private String currency;

  /** For Hibernate. */
  Revenue() {}

  Revenue(String month, long tenantId, @Nullable Long offerId, RevenueKind kind, Money net) {
    super(tenantId);
    this.month = month;
    this.offerId = offerId;
    this.kind = kind;
    this.net = net.amount();
    this.currency = net.currency().getCurrencyCode();
  }

  @Override
  public String toString() {
    return kind + " " + net + " " + currency + " of " + month + ", offer " + offerId;
  }
}
