package org.yuzuri.portal.lease;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.state.row.JpaRowStore;

/** Leases in the database. */
@Dependent
class JpaLeaseRepository extends JpaRowStore<Lease> implements LeaseRepository {

  JpaLeaseRepository() {
    super(Lease.class);
  }

  @Override
  public Optional<Lease> findUnlessTaken(long id) {
    return em.createQuery("select l from Lease l where l.id = :id", Lease.class)
        .setParameter("id", id)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setHint(LOCK_TIMEOUT, SKIP_LOCKED)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Lease> ofOrder(long orderId) {
    return em.createQuery(
            "select l from Lease l where l.orderId = :order order by l.id", Lease.class)
        .setParameter("order", orderId)
        .getResultList();
  }

  @Override
  public List<Long> listNeedingGrants(Instant openUntil, int limit) {
    return em.createQuery(
            "select l.id from Lease l where l.state = :active"
                + " and l.grantsUntil <= coalesce(l.endsAt, :openUntil) order by l.id",
            Long.class)
        .setParameter("active", LeaseState.ACTIVE)
        .setParameter("openUntil", openUntil)
        .setMaxResults(limit)
        .getResultList();
  }

  @Override
  public List<Long> listExpired(Instant now, int limit) {
    return em.createQuery(
            "select l.id from Lease l where l.endsAt <= :now and l.state in :states"
                + " and (l.expireAgainAt is null or l.expireAgainAt <= :now)"
                + " order by coalesce(l.expireAgainAt, l.endsAt), l.id",
            Long.class)
        .setParameter("now", now)
        .setParameter("states", EnumSet.of(LeaseState.STARTING, LeaseState.ACTIVE))
        .setMaxResults(limit)
        .getResultList();
  }
}
