package org.yuzuri.portal.usage.charge;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.billing.price.TrafficPrice;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.SlaRule;
import org.yuzuri.portal.price.StoragePrice;
import org.yuzuri.portal.price.TrafficSteps;
import org.yuzuri.portal.price.contract.ContractTerms;
import org.yuzuri.portal.usage.record.UsageKind;

/**
 * Charges of one tenant with one lease, from records in memory: what SQL sums up in production is
 * summed up here, and everything after that is the product's.
 */
public final class ChargesInMemory extends Charges {

  /** A record of use. */
  public record Entry(UsageKind kind, Instant hour, long pieces, Instant recordedAt) {}

  /** What holds in a month. */
  public record Agreed(
      ContractTerms terms, @Nullable SlaRule sla, Map<String, StoragePrice> storage) {}

  private static final long LEASE = 7;

  private final BillingRules rules;
  private final Function<YearMonth, Agreed> agreed;
  private final Price price;
  private final Instant handedOver;
  private final List<Entry> ledger;
  private @Nullable Instant cutOff;

  /** The lease is had until {@link #cutOff}. */
  public ChargesInMemory(
      BillingRules rules,
      Function<YearMonth, Agreed> agreed,
      Price price,
      Instant handedOver,
      List<Entry> ledger) {
    this.rules = rules;
    this.agreed = agreed;
    this.price = price;
    this.handedOver = handedOver;
    this.ledger = ledger;
  }

  /** It becomes known when the lease was cut off. */
  public void cutOff(Instant at) {
    cutOff = at;
  }

  @Override
  public ZoneId zone() {
    return rules.zone();
  }

  @Override
  public Rounding rounding() {
    return rules.rounding();
  }

  @Override
  public List<Charge> ofTenant(long tenantId, YearMonth month, Instant asOf) {
    BilledMonth billed = BilledMonth.of(month, rules, asOf);
    List<Entry> entries =
        ledger.stream()
            .filter(entry -> !entry.hour().isBefore(billed.from()))
            .filter(entry -> entry.hour().isBefore(billed.until()))
            .filter(entry -> !entry.recordedAt().isAfter(asOf))
            .toList();
    List<Used> sums = sums(entries, tenantId, Entry::kind);
    if (sums.isEmpty()) {
      return List.of();
    }
    Agreed holds = agreed.apply(month);
    MonthlyCharges charges =
        new MonthlyCharges(
            billed, Map.of(tenantId, holds.terms()), holds.sla(), holds.storage(), Map.of());
    Instant end = cutOff;
    boolean had =
        handedOver.isBefore(billed.until()) && (end == null || !end.isBefore(billed.from()));
    return charges
        .ofAll(
            had ? List.of(lease(tenantId)) : List.of(),
            UsedOfLeases.of(sums, sharedDays(entries, tenantId)),
            sums)
        .getOrDefault(tenantId, List.of());
  }

  private List<Used> sharedDays(List<Entry> entries, long tenant) {
    if (price.time().partOfMonth() != PartOfMonth.STARTED_DAYS) {
      return List.of();
    }
    return sums(
        entries.stream().filter(entry -> entry.kind() == UsageKind.SERVER_TIME).toList(),
        tenant,
        Entry::hour);
  }

  private static List<Used> sums(List<Entry> entries, long tenant, Function<Entry, Object> of) {
    Map<Object, Used> sums = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Long lease = entry.kind() == UsageKind.STORAGE ? null : LEASE;
      sums.merge(
          of.apply(entry),
          new Used(entry.kind(), tenant, lease, entry.hour(), entry.pieces()),
          (one, other) ->
              new Used(
                  one.kind(),
                  tenant,
                  lease,
                  one.hour().isBefore(other.hour()) ? one.hour() : other.hour(),
                  one.pieces() + other.pieces()));
    }
    return new ArrayList<>(sums.values());
  }

  private LeaseFacts lease(long tenant) {
    Money cap = price.time().monthlyCap();
    TrafficPrice traffic = price.traffic();
    return new LeaseFacts(
        LEASE,
        tenant,
        "lent-7",
        3,
        "Small",
        handedOver,
        null,
        cutOff,
        price.time().unit(),
        price.time().perUnit().amount(),
        price.time().partOfMonth(),
        cap == null ? null : cap.amount(),
        price.setUp().amount(),
        traffic == null ? null : traffic.perGb().amount(),
        traffic == null ? "" : TrafficSteps.of(traffic.price()).code(),
        traffic == null ? BigDecimal.ZERO : traffic.includedGb(),
        price.currency());
  }
}
