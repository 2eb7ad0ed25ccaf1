package org.yuzuri.portal.reporting.revenue;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.usage.charge.Charges;

/** Keeps the sums of revenue, for the timer. Transaction: required. */
@Stateless
public class ReckoningService {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  @Inject Reckoning reckoning;
  @Inject Charges charges;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /**
   * Months since the first hand-over, as {@code 2026-03}, whose sums are missing or old: the
   * current and the last month after an hour, earlier ones, which late events may still change,
   * after a day.
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<String> listDue() {
    Instant now = clock.instant();
    Instant first =
        em.createQuery("select min(l.handedOverAt) from Lease l", Instant.class).getSingleResult();
    if (first == null) {
      return List.of();
    }
    YearMonth current = YearMonth.from(now.atZone(charges.zone()));
    Set<String> recent = Set.copyOf(reckonedAfter(now.minus(HOUR)));
    Set<String> ofToday = Set.copyOf(reckonedAfter(now.minus(DAY)));
    List<String> due = new ArrayList<>();
    YearMonth month = YearMonth.from(first.atZone(charges.zone()));
    while (!month.isAfter(current)) {
      boolean open = !month.isBefore(current.minusMonths(1));
      if (!(open ? recent : ofToday).contains(month.toString())) {
        due.add(month.toString());
      }
      month = month.plusMonths(1);
    }
    return due;
  }

  private List<String> reckonedAfter(Instant then) {
    return em.createQuery(
            "select m.month from ReckonedMonth m where m.reckonedAt > :then", String.class)
        .setParameter("then", then)
        .getResultList();
  }

  /** Sums a month anew. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void reckon(String month) {
    reckoning.reckon(YearMonth.parse(month));
  }
}
