package org.yuzuri.portal.pki.transfer;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.pki.Authority;
import org.yuzuri.portal.pki.CertificateProfile;

/**
 * The transfer CAs of each tenant, of which there are two for a time ({@link Rollover}). INVARIANT:
 * whoever has got them has them locked, so that one name is certified once and one CA follows
 * another. Transaction: the caller's.
 */
@Dependent
class TransferAuthorities {

  @Inject Clock clock;
  @Inject AuditTrail audit;

  @PersistenceContext EntityManager em;

  /**
   * The tenant's CAs that have not ended, oldest first, at least one; makes the first at the first
   * use, and the next when it is due.
   */
  List<TransferAuthority> alive(long tenantId) {
    Instant now = clock.instant();
    List<TransferAuthority> all = locked(tenantId);
    List<TransferAuthority> alive =
        new ArrayList<>(all.stream().filter(one -> now.isBefore(one.notAfter())).toList());
    if (alive.isEmpty() || Rollover.isDue(alive.get(alive.size() - 1), now)) {
      alive.add(make(tenantId, all.isEmpty() ? 1 : all.get(all.size() - 1).number() + 1, now));
    }
    return alive;
  }

  /** Signs certificates of servers now. */
  TransferAuthority forServers(long tenantId) {
    return signing(tenantId, Rollover.KNOWN);
  }

  /** Signs certificates of gateways now. */
  TransferAuthority forGateways(long tenantId) {
    return signing(tenantId, Rollover.SETTLED);
  }

  private TransferAuthority signing(long tenantId, Duration age) {
    return Rollover.signing(alive(tenantId), age, clock.instant());
  }

  /** Tenants whose newest CA ends so soon that the next one is due. */
  List<Long> listDue() {
    return em.createQuery(
            "select a.tenantId from TransferAuthority a group by a.tenantId"
                + " having max(a.notAfter) <= :limit order by a.tenantId",
            Long.class)
        .setParameter("limit", clock.instant().plus(Rollover.OVERLAP))
        .getResultList();
  }

  private List<TransferAuthority> locked(long tenantId) {
    return em.createQuery(
            "select a from TransferAuthority a where a.tenantId = :tenant order by a.number",
            TransferAuthority.class)
        .setParameter("tenant", tenantId)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private TransferAuthority make(long tenantId, int number, Instant now) {
    String name = "Transfer CA " + (number == 1 ? "" : number + " ") + "of tenant " + tenantId;
    TransferAuthority made =
        new TransferAuthority(
            tenantId, number, Authority.selfSigned(CertificateProfile.TRANSFER, name, now), now);
    em.persist(made);
    em.flush();
    audit.record(tenantId, "authority.make", "CN=" + name, "until " + made.notAfter());
    return made;
  }
}
