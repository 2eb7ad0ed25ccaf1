package org.yuzuri.portal.invoice.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.invoice.BilledLines;
import org.yuzuri.portal.invoice.LineDraft;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.Charges;

/**
 * Works out what tenants are to be billed: the charges of the month, and of the twelve months
 * before what became known late, each without what is billed already.
 */
@ApplicationScoped
class Proposals {

  private static final int LOOK_BACK_MONTHS = 12;

  @Inject Charges charges;
  @Inject BilledLines billedLines;

  /**
   * Of every tenant that owes something or is owed something, by tenant, then currency.
   *
   * @param asOf what became known later is left out
   */
  List<Proposal> ofAll(YearMonth month, Instant asOf) {
    return of(null, month, asOf);
  }

  /** Of one tenant; the same as of all. */
  List<Proposal> ofTenant(long tenantId, YearMonth month, Instant asOf) {
    return of(tenantId, month, asOf);
  }

  private List<Proposal> of(@Nullable Long tenantId, YearMonth month, Instant asOf) {
    Map<Long, Map<String, List<LineDraft>>> lines = new TreeMap<>();
    for (YearMonth each : months(month)) {
      Map<Long, List<LineDraft>> billed = billedLines.ofMonth(tenantId, each);
      Map<Long, List<Charge>> charged =
          tenantId == null
              ? charges.ofAll(each, asOf)
              : Map.of(tenantId, charges.ofTenant(tenantId, each, asOf));
      Set<Long> tenants = new TreeSet<>(charged.keySet());
      tenants.addAll(billed.keySet());
      for (Long tenant : tenants) {
        Differences.lines(
                each,
                charged.getOrDefault(tenant, List.of()),
                billed.getOrDefault(tenant, List.of()),
                each.isBefore(month))
            .forEach(
                line ->
                    lines
                        .computeIfAbsent(tenant, ignored -> new TreeMap<>())
                        .computeIfAbsent(
                            line.net().currency().getCurrencyCode(), ignored -> new ArrayList<>())
                        .add(line));
      }
    }
    List<Proposal> proposals = new ArrayList<>();
    lines.forEach(
        (tenant, byCurrency) ->
            byCurrency.forEach(
                (code, of) -> proposals.add(new Proposal(tenant, Currency.getInstance(code), of))));
    return proposals;
  }

  /** The month and those before it that runs have billed, newest first. */
  private Set<YearMonth> months(YearMonth month) {
    Set<YearMonth> months = new TreeSet<>((a, b) -> b.compareTo(a));
    months.addAll(billedLines.months(month.minusMonths(LOOK_BACK_MONTHS), month));
    months.add(month);
    return months;
  }
}
