package org.yuzuri.portal.reporting.revenue;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.Charges;

/** Sums the charges of a month anew. Transaction: the caller's. */
@Dependent
class Reckoning {

  /** How many months after the current one are foreseen. */
  static final int FORESEEN = 3;

  @Inject Charges charges;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** What sums are of. */
  private record Key(
      String month, long tenantId, @Nullable Long offerId, RevenueKind kind, String currency) {}

  /** A month, and when it is the current one what is to be expected from now on. */
  void reckon(YearMonth month) {
    Instant now = clock.instant();
    lock(month.toString(), now);
    Collection<List<Charge>> owed = charges.ofAll(month, now).values();
    Map<Key, Money> sums = new HashMap<>();
    for (List<Charge> some : owed) {
      for (Charge charge : some) {
        add(sums, key(month, charge, RevenueKind.USED), charge.net());
      }
    }
    write(month.toString(), RevenueKind.USED, sums);
    if (month.equals(YearMonth.from(now.atZone(charges.zone())))) {
      foresee(month, owed, now);
    }
  }

  /** Of this month what comes on top of what is owed so far, of the next all. */
  private void foresee(YearMonth month, Collection<List<Charge>> owed, Instant now) {
    Map<Key, Money> sums = new HashMap<>();
    for (int i = 0; i <= FORESEEN; i++) {
      YearMonth coming = month.plusMonths(i);
      for (List<Charge> some : charges.expectedOfAll(coming, now).values()) {
        some.forEach(charge -> add(sums, key(coming, charge, RevenueKind.FORECAST), charge.net()));
      }
    }
    for (List<Charge> some : owed) {
      some.forEach(
          charge -> add(sums, key(month, charge, RevenueKind.FORECAST), charge.net().negated()));
    }
    sums.values().removeIf(more -> more.amount().signum() <= 0);
    em.createQuery("delete from Revenue r where r.kind = :forecast")
        .setParameter("forecast", RevenueKind.FORECAST)
        .executeUpdate();
    persist(sums);
  }

  private static Key key(YearMonth month, Charge charge, RevenueKind kind) {
    return new Key(
        month.toString(),
        charge.tenantId(),
        charge.offerId(),
        kind,
        charge.net().currency().getCurrencyCode());
  }

  private static void add(Map<Key, Money> sums, Key key, Money more) {
    sums.merge(key, more, Money::plus);
  }

  private void write(String month, RevenueKind kind, Map<Key, Money> sums) {
    em.createQuery("delete from Revenue r where r.month = :month and r.kind = :kind")
        .setParameter("month", month)
        .setParameter("kind", kind)
        .executeUpdate();
    persist(sums);
  }

  private void persist(Map<Key, Money> sums) {
    sums.forEach(
        (key, net) ->
            em.persist(new Revenue(key.month(), key.tenantId(), key.offerId(), key.kind(), net)));
  }

  /** Of two nodes the second waits, then does the same again. */
  private void lock(String month, Instant now) {
    ReckonedMonth known = em.find(ReckonedMonth.class, month, LockModeType.PESSIMISTIC_WRITE);
    if (known == null) {
      em.persist(new ReckonedMonth(month, now));
      em.flush();
    } else {
      known.reckoned(now);
    }
  }
}
