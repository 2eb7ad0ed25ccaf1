package org.yuzuri.portal.reporting.cost;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.lease.Labels;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.Charges;

/** What a tenant's servers cost, from its charges. Transaction: the caller's. */
@Dependent
class Costs {

  @Inject Charges charges;

  @PersistenceContext EntityManager em;

  /** The month that an instant lies in, in the zone that is charged by. */
  YearMonth monthOf(Instant at) {
    return YearMonth.from(at.atZone(charges.zone()));
  }

  /** What a tenant owes for a month, as it is known now. */
  List<Charge> charges(long tenantId, YearMonth month, Instant now) {
    return charges.ofTenant(tenantId, month, now);
  }

  /** The costs of a month. */
  CostView of(long tenantId, YearMonth month, Instant now) {
    boolean current = month.equals(monthOf(now));
    Instant until = month.plusMonths(1).atDay(1).atStartOfDay(charges.zone()).toInstant();
    Map<Long, LeaseLabel> leases = leases(tenantId, month, until);
    Charges.OwedAndComing owed = owed(tenantId, month, now, current);
    Map<String, List<Charge>> soFar = byThing(owed.owed());
    Map<String, List<Charge>> atTheEnd = byThing(owed.coming());
    List<CostLine> lines =
        atTheEnd.entrySet().stream()
            .map(
                thing ->
                    line(thing.getValue(), soFar.getOrDefault(thing.getKey(), List.of()), leases))
            .sorted(
                Comparator.comparing((CostLine line) -> line.soFar().amount())
                    .reversed()
                    .thenComparing(CostLine::server))
            .toList();
    return new CostView(
        month,
        current,
        current ? now : until,
        lines,
        sums(lines, line -> List.of("")),
        sums(lines, CostLine::labels),
        budgets(tenantId, lines));
  }

  private Charges.OwedAndComing owed(long tenantId, YearMonth month, Instant now, boolean current) {
    if (current) {
      return charges.owedAndComing(tenantId, month, now);
    }
    List<Charge> all = charges(tenantId, month, now);
    return new Charges.OwedAndComing(all, all);
  }

  /** A server, or what is had without one, in one currency. */
  private static Map<String, List<Charge>> byThing(List<Charge> charges) {
    Map<String, List<Charge>> things = new LinkedHashMap<>();
    for (Charge charge : charges) {
      String thing = charge.leaseId() + " " + charge.net().currency();
      things.computeIfAbsent(thing, key -> new ArrayList<>()).add(charge);
    }
    return things;
  }

  private static CostLine line(
      List<Charge> atTheEnd, List<Charge> soFar, Map<Long, LeaseLabel> leases) {
    Charge first = atTheEnd.get(0);
    LeaseLabel lease = first.leaseId() == null ? null : leases.get(first.leaseId());
    return new CostLine(
        first.leaseId(),
        Objects.requireNonNullElse(first.serverName(), ""),
        lease == null ? "" : lease.hostName(),
        lease == null ? List.of() : new Labels(lease.labels()).list(),
        sum(soFar, Charge::net, first.net().currency()),
        sum(atTheEnd, Charge::net, first.net().currency()));
  }

  private static List<CostSum> sums(List<CostLine> lines, Function<CostLine, List<String>> labels) {
    Map<String, CostSum> sums = new TreeMap<>();
    for (CostLine line : lines) {
      for (String label : labels.apply(line)) {
        sums.merge(
            label + " " + line.soFar().currency(),
            new CostSum(label, line.soFar(), line.forecast()),
            (one, other) ->
                new CostSum(
                    label, one.soFar().plus(other.soFar()), one.forecast().plus(other.forecast())));
      }
    }
    return List.copyOf(sums.values());
  }

  private List<BudgetView> budgets(long tenantId, List<CostLine> lines) {
    return em.createQuery(
            "select b from Budget b where b.tenantId = :tenant order by b.label, b.id",
            Budget.class)
        .setParameter("tenant", tenantId)
        .getResultStream()
        .map(budget -> view(budget, lines))
        .toList();
  }

  private static BudgetView view(Budget budget, List<CostLine> lines) {
    Currency currency = budget.amount().currency();
    List<CostLine> counted =
        lines.stream()
            .filter(line -> line.soFar().currency().equals(currency))
            .filter(line -> budget.label().isEmpty() || line.labels().contains(budget.label()))
            .toList();
    return new BudgetView(
        budget.id(),
        budget.label(),
        budget.amount(),
        budget.thresholds(),
        sum(counted, CostLine::soFar, currency),
        sum(counted, CostLine::forecast, currency));
  }

  private static <T> Money sum(List<T> parts, Function<T, Money> net, Currency currency) {
    return parts.stream().map(net).reduce(Money.zero(currency), Money::plus);
  }

  private Map<Long, LeaseLabel> leases(long tenantId, YearMonth month, Instant until) {
    return em.createQuery(
            "select new org.yuzuri.portal.reporting.cost.LeaseLabel(l.id, l.hostName, l.labels)"
                + " from Lease l where l.tenantId = :tenant"
                + " and l.handedOverAt < :until and (l.cutOffAt is null or l.cutOffAt >= :from)",
            LeaseLabel.class)
        .setParameter("tenant", tenantId)
        .setParameter("from", month.atDay(1).atStartOfDay(charges.zone()).toInstant())
        .setParameter("until", until)
        .getResultStream()
        .collect(Collectors.toMap(LeaseLabel::leaseId, lease -> lease));
  }
}
