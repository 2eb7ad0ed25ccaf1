package org.yuzuri.portal.usage.record;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.price.BillingRules;
import org.yuzuri.portal.state.row.RowLock;

/** Measures the images of every tenant once a day. Transaction: caller's. */
@Dependent
public class Storage {

  private record Kept(long tenantId, long bytes) {}

  private final BillingRules rules = BillingRules.configured();

  @PersistenceContext EntityManager em;

  /**
   * Writes down days that are over; one that was missed has what there is now: while no portal runs
   * nobody adds or removes images.
   */
  public void measure(Instant now) {
    LocalDate yesterday = now.atZone(rules.zone()).toLocalDate().minusDays(1);
    long newest = newest();
    if (newest >= yesterday.toEpochDay()) {
      return;
    }
    StorageDay last = RowLock.lock(em, StorageDay.class, newest).orElseThrow();
    if (newest() > last.day().toEpochDay()) {
      return; // another node has measured
    }
    List<Object[]> kept =
        em.createQuery(
                "select f.tenantId, sum(f.sizeBytes) from BootImageFile f"
                    + " where f.tenantId <> :lender group by f.tenantId",
                Object[].class)
            .setParameter("lender", Tenants.LENDER)
            .getResultList();
    for (LocalDate day = LocalDate.ofEpochDay(newest + 1);
        !day.isAfter(yesterday);
        day = day.plusDays(1)) {
      Instant begin = day.atStartOfDay(rules.zone()).toInstant();
      em.persist(new StorageDay(day, now));
      kept.forEach(tenant -> write(new Kept((Long) tenant[0], (Long) tenant[1]), begin, now));
    }
  }

  private void write(Kept tenant, Instant day, Instant now) {
    if (tenant.bytes() > 0) {
      em.persist(
          new UsageEntry(tenant.tenantId(), null, UsageKind.STORAGE, day, 0, tenant.bytes(), now));
    }
  }

  private long newest() {
    return em.createQuery("select max(d.day) from StorageDay d", Long.class).getSingleResult();
  }
}
