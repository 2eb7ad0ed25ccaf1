package org.yuzuri.portal.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.Grant;

/**
 * The wished grants, in the caller's transaction. After a change the caller sends {@link #wished}
 * to the daemon of that side by {@code EnsureGrants}.
 */
@ApplicationScoped
public class Grants {

  @Inject Clock clock;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /**
   * Wishes a grant.
   *
   * @throws ProblemException its end is not in the future
   */
  public GrantView open(GrantDraft draft) {
    Instant now = clock.instant();
    if (!draft.closesAt().isAfter(now)) {
      throw ProblemException.invalid("closesAt", draft.closesAt(), "a moment after " + now);
    }
    GrantRow row = new GrantRow(draft, now);
    em.persist(row);
    em.flush();
    return row.view();
  }

  /** The whole set that is open now for this server at this daemon; empty when none is. */
  public List<Grant> wished(long agentId, long serverId) {
    return em
        .createQuery(
            "select g from GrantRow g where g.agentId = :agent and g.serverId = :server"
                + " and g.closedAt is null and g.closesAt > :now order by g.id",
            GrantRow.class)
        .setParameter("agent", agentId)
        .setParameter("server", serverId)
        .setParameter("now", clock.instant())
        .getResultList()
        .stream()
        .map(GrantRow::wire)
        .toList();
  }

  /** Ends the lease's grants of this purpose on both sides. */
  public void close(long leaseId, GrantPurpose purpose) {
    end(
        em.createQuery(
                "select g from GrantRow g where g.leaseId = :lease and g.purpose = :purpose"
                    + " and g.closedAt is null",
                GrantRow.class)
            .setParameter("lease", leaseId)
            .setParameter("purpose", purpose)
            .getResultList());
  }

  /** Ends all grants of the lease on both sides. */
  public void closeAll(long leaseId) {
    end(
        em.createQuery(
                "select g from GrantRow g where g.leaseId = :lease and g.closedAt is null",
                GrantRow.class)
            .setParameter("lease", leaseId)
            .getResultList());
  }

  /** Every grant that the lease ever had, oldest first. */
  public List<GrantView> list(long leaseId) {
    return em
        .createQuery(
            "select g from GrantRow g where g.leaseId = :lease order by g.id", GrantRow.class)
        .setParameter("lease", leaseId)
        .getResultList()
        .stream()
        .map(GrantRow::view)
        .toList();
  }

  private void end(List<GrantRow> grants) {
    grants.forEach(grant -> grant.close(clock.instant()));
    em.flush();
  }
}
