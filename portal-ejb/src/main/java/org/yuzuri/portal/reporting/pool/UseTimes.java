package org.yuzuri.portal.reporting.pool;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.reporting.figure.Numbers;

/** How long servers were at what, summed. */
final class UseTimes {

  private static final List<PoolUse> TOLD =
      List.of(PoolUse.LENT, PoolUse.PREPARING, PoolUse.ERASING, PoolUse.IDLE, PoolUse.BROKEN);

  private final Map<PoolUse, Long> seconds = new EnumMap<>(PoolUse.class);

  void add(Spent spent) {
    seconds.merge(spent.use(), spent.seconds(), Long::sum);
  }

  long seconds(PoolUse use) {
    return seconds.getOrDefault(use, 0L);
  }

  /** Time in the pool. */
  long pooled() {
    return TOLD.stream().mapToLong(this::seconds).sum();
  }

  /** Lent hours of all hours in the pool, in hundredths; null without such hours. */
  @Nullable BigDecimal utilization() {
    return Numbers.percent(seconds(PoolUse.LENT), pooled());
  }

  /** Hours of each use that is told, then the utilization. */
  List<@Nullable BigDecimal> values() {
    List<@Nullable BigDecimal> values = new ArrayList<>();
    TOLD.forEach(use -> values.add(Numbers.hours(seconds(use))));
    values.add(utilization());
    return values;
  }
}
