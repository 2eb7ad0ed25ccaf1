package org.yuzuri.portal.order.placing;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.order.OrderRequest;
import org.yuzuri.portal.order.OrderState;
import org.yuzuri.portal.quota.Quota;
import org.yuzuri.portal.quota.QuotaCounter;
import org.yuzuri.portal.quota.QuotaUse;
import org.yuzuri.portal.quota.Quotas;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.Kind;
import org.yuzuri.portal.tenant.TenantBook;

/** Reads what holds a tenant back from what became of its orders. */
@Dependent
class Restraints implements QuotaCounter {

  /** The same image with the same settings fails thrice before its tenant waits. */
  private static final BackOff SAME_THING = new BackOff(2);

  /** Somebody who tries one thing after the other may fail more often. */
  private static final BackOff ANYTHING = new BackOff(5);

  /** More of the past leads to no longer pause. */
  private static final int PAST = 200;

  private static final Set<LeaseState> IN_PREPARATION =
      EnumSet.of(LeaseState.STARTING, LeaseState.FAILING, LeaseState.CANCELLING);

  private static final Set<LeaseState> NOT_OVER =
      Stream.of(LeaseState.values())
          .filter(state -> state.kind() != Kind.FINAL)
          .collect(Collectors.toSet());

  private static final Set<OrderState> OPEN =
      Stream.of(OrderState.values())
          .filter(state -> state.kind() != Kind.FINAL)
          .collect(Collectors.toSet());

  private static final String ENDED =
      "select o.id, r.failure.fault, r.endedAt from Transfer t join t.run r"
          + " join Lease l on l.id = r.leaseId join PurchaseOrder o on o.id = l.orderId"
          + " where t.tenantId = :tenant and r.state in :ended";

  private static final String NEWEST_FIRST = " order by r.endedAt desc, t.id desc";

  @Inject Quotas quotas;
  @Inject TenantBook tenants;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** From here to the end of the transaction no other order of this tenant is judged. */
  void lock(long tenantId) {
    quotas.lock(tenantId);
  }

  @Override
  public List<QuotaUse> uses(long tenantId) {
    Object[] leases =
        em.createQuery(
                "select count(case when l.state in :preparing then 1 end), count(l) from Lease l"
                    + " where l.tenantId = :tenant and l.state in :states",
                Object[].class)
            .setParameter("preparing", IN_PREPARATION)
            .setParameter("tenant", tenantId)
            .setParameter("states", NOT_OVER)
            .getSingleResult();
    return List.of(
        quotas.use(Quota.SERVERS_IN_PREPARATION, tenantId, (Long) leases[0]),
        quotas.use(Quota.SERVERS, tenantId, (Long) leases[1]),
        orders(tenantId));
  }

  Restraint of(long tenantId, OrderRequest request) {
    Instant now = clock.instant();
    return new Restraint(
        tenants.suspension(tenantId),
        inPreparation(tenantId),
        servers(tenantId),
        orders(tenantId),
        SAME_THING.after(ended(tenantId, request), now),
        ANYTHING.after(ended(tenantId), now));
  }

  private QuotaUse inPreparation(long tenantId) {
    return leases(Quota.SERVERS_IN_PREPARATION, tenantId, IN_PREPARATION);
  }

  private QuotaUse servers(long tenantId) {
    return leases(Quota.SERVERS, tenantId, NOT_OVER);
  }

  private QuotaUse leases(Quota quota, long tenantId, Set<LeaseState> states) {
    return quotas.use(
        quota,
        tenantId,
        em.createQuery(
                "select count(l) from Lease l where l.tenantId = :tenant and l.state in :states",
                Long.class)
            .setParameter("tenant", tenantId)
            .setParameter("states", states)
            .getSingleResult());
  }

  private QuotaUse orders(long tenantId) {
    return quotas.use(
        Quota.OPEN_ORDERS,
        tenantId,
        em.createQuery(
                "select count(o) from PurchaseOrder o"
                    + " where o.tenantId = :tenant and o.state in :states",
                Long.class)
            .setParameter("tenant", tenantId)
            .setParameter("states", OPEN)
            .getSingleResult());
  }

  private List<BackOff.Ended> ended(long tenantId) {
    return ended(em.createQuery(ENDED + NEWEST_FIRST, Tuple.class), tenantId);
  }

  private List<BackOff.Ended> ended(long tenantId, OrderRequest request) {
    return ended(
        em.createQuery(
                ENDED
                    + " and o.imageId = :image and o.settingsVersionId = :settings"
                    + NEWEST_FIRST,
                Tuple.class)
            .setParameter("image", request.imageId())
            .setParameter("settings", request.settingsVersionId()),
        tenantId);
  }

  private static List<BackOff.Ended> ended(TypedQuery<Tuple> query, long tenantId) {
    return query
        .setParameter("tenant", tenantId)
        .setParameter("ended", EnumSet.of(RunState.SUCCEEDED, RunState.FAILED))
        .setMaxResults(PAST)
        .getResultStream()
        .map(
            row ->
                new BackOff.Ended(
                    row.get(0, Long.class),
                    Optional.ofNullable(row.get(1, Fault.class)),
                    row.get(2, Instant.class)))
        .toList();
  }
}
