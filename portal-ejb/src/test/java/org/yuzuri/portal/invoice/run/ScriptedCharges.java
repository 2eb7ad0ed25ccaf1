package org.yuzuri.portal.invoice.run;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.Charges;

/** Charges that a test has written down. */
class ScriptedCharges extends Charges {

  private final Map<YearMonth, Map<Long, List<Charge>>> all = new ConcurrentHashMap<>();

  private final AtomicBoolean fails = new AtomicBoolean();

  /** The next question about one tenant is not answered: the portal is killed. */
  void failNext() {
    fails.set(true);
  }

  void set(long tenant, YearMonth month, Charge... charges) {
    all.computeIfAbsent(month, ignored -> new ConcurrentHashMap<>()).put(tenant, List.of(charges));
  }

  @Override
  public ZoneId zone() {
    return ZoneId.of("Asia/Tokyo");
  }

  @Override
  public List<Charge> ofTenant(long tenantId, YearMonth month, Instant asOf) {
    if (fails.getAndSet(false)) {
      throw new IllegalStateException("killed in the middle");
    }
    return all.getOrDefault(month, Map.of()).getOrDefault(tenantId, List.of());
  }

  @Override
  public Map<Long, List<Charge>> ofAll(YearMonth month, Instant asOf) {
    return new TreeMap<>(all.getOrDefault(month, Map.of()));
  }
}
