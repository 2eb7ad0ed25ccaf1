package org.yuzuri.portal.reporting.revenue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.invoice.InvoiceSummary;
import org.yuzuri.portal.reporting.figure.Figure;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Line;

/** What tenants owe. */
final class OpenTable {

  /** Of a tenant, in a currency. */
  private record Key(String currency, String tenant) {}

  static FigureTable of(
      List<InvoiceSummary> owed,
      @Nullable Long tenantId,
      Map<Long, String> tenants,
      LocalDate today) {
    Comparator<Key> order = Comparator.comparing(Key::currency).thenComparing(Key::tenant);
    Map<Key, BigDecimal[]> sums = new TreeMap<>(order);
    Map<String, BigDecimal[]> totals = new TreeMap<>();
    for (InvoiceSummary invoice : owed) {
      if (tenantId == null || tenantId == invoice.tenantId()) {
        BigDecimal open = invoice.total().minus(invoice.paid()).amount();
        BigDecimal overdue = invoice.dueOn().isBefore(today) ? open : BigDecimal.ZERO;
        String currency = invoice.total().currency().getCurrencyCode();
        String tenant =
            Objects.requireNonNullElse(tenants.get(invoice.tenantId()), "#" + invoice.tenantId());
        BigDecimal[] both = {open, overdue};
        sums.merge(new Key(currency, tenant), both, OpenTable::plus);
        totals.merge(currency, both, OpenTable::plus);
      }
    }
    List<Line> lines = new ArrayList<>();
    sums.forEach(
        (key, both) -> lines.add(new Line(key.tenant(), key.currency(), List.of(both), null)));
    List<Line> all = new ArrayList<>();
    totals.forEach((currency, both) -> all.add(new Line("", currency, List.of(both), null)));
    return new FigureTable(Figure.OPEN_BY_TENANT, lines, all);
  }

  private static BigDecimal[] plus(BigDecimal[] one, BigDecimal[] other) {
    return new BigDecimal[] {one[0].add(other[0]), one[1].add(other[1])};
  }

  private OpenTable() {}
}
