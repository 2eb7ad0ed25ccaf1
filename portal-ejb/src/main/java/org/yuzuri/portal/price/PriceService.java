package org.yuzuri.portal.price;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.Tier;
import org.yuzuri.billing.price.VolumePrice;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.ProblemException;

/** What is charged, for the datacenter's staff. Transaction: required. */
@Stateless
public class PriceService {

  @Inject Prices prices;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  private final BillingRules rules = BillingRules.configured();

  /** What offers cost now, by their names. */
  @RequiresPermissions(Permissions.PRICE_READ)
  public List<OfferedPrice> offered() {
    return prices.offered();
  }

  /** What is and was given back for faults, newest first. */
  @RequiresPermissions(Permissions.PRICE_READ)
  public List<SlaRule> slaRules() {
    return prices.slaRules();
  }

  /** What storage costs and did, by currency, newest first. */
  @RequiresPermissions(Permissions.PRICE_READ)
  public List<StoragePrice> storagePrices() {
    return prices.storagePrices();
  }

  /**
   * What is given back for faults from a month on.
   *
   * @throws ProblemException INVALID_VALUE: the month is over, or before that of the last rule
   */
  @RequiresPermissions(Permissions.PRICE_WRITE)
  public void setSla(YearMonth from, int hours, BigDecimal percent) {
    List<SlaRule> before = prices.slaRules();
    check(from, before.isEmpty() ? null : before.get(0).from());
    int number = before.isEmpty() ? 1 : before.get(0).number() + 1;
    em.persist(
        new SlaVersion(
            new SlaRule(
                number, from.atDay(1), hours, percent, clock.instant(), subject.actor().name())));
    audit.record("price.sla", "from " + from, percent + " % above " + hours + " h");
  }

  /**
   * What storage costs from a month on.
   *
   * @param tiers for each 10^9 bytes and month, by the volume above which it holds; the first of 0
   * @throws ProblemException INVALID_VALUE: the month is over, or before that of the last price
   */
  @RequiresPermissions(Permissions.PRICE_WRITE)
  public void setStorage(YearMonth from, String currency, SortedMap<BigDecimal, BigDecimal> tiers) {
    List<StoragePrice> before =
        prices.storagePrices().stream().filter(old -> old.currency().equals(currency)).toList();
    check(from, before.isEmpty() ? null : before.get(0).from());
    Currency code = Currency.getInstance(currency);
    StoragePrice price =
        new StoragePrice(
            before.isEmpty() ? 1 : before.get(0).number() + 1,
            from.atDay(1),
            new VolumePrice(
                tiers.entrySet().stream()
                    .map(tier -> new Tier(tier.getKey(), new Money(tier.getValue(), code)))
                    .toList()),
            clock.instant(),
            subject.actor().name());
    em.persist(new StorageVersion(price));
    audit.record("price.storage", "from " + from, tiers + " " + currency);
  }

  private void check(YearMonth from, @Nullable YearMonth last) {
    YearMonth earliest = YearMonth.from(clock.instant().atZone(rules.zone()));
    if (last != null && last.isAfter(earliest)) {
      earliest = last;
    }
    if (from.isBefore(earliest)) {
      throw ProblemException.invalid("contract.from", from, earliest + " or later");
    }
  }
}
