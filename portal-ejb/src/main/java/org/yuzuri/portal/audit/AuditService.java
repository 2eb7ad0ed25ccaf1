package org.yuzuri.portal.audit;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.OptionalLong;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;

/** Reads, seals and verifies the audit trail. */
@Stateless
public class AuditService {

  private static final int PAGE = 500;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /** The newest entries of the subject's tenant (of all tenants for operators), newest first. */
  @RequiresPermissions(Permissions.AUDIT_READ)
  public List<AuditView> list(int first, int count) {
    return em
        .createQuery("select e from AuditEntry e order by e.id desc", AuditEntry.class)
        .setFirstResult(first)
        .setMaxResults(count)
        .getResultList()
        .stream()
        .map(AuditEntry::view)
        .toList();
  }

  /** Chains the entries that are not yet sealed; safe on every node at once. */
  @RequiresPermissions(Permissions.SYSTEM)
  public int seal() {
    AuditSeal end = em.find(AuditSeal.class, AuditSeal.ONLY, LockModeType.PESSIMISTIC_WRITE);
    List<AuditEntry> open =
        em.createQuery(
                "select e from AuditEntry e where e.sealNumber is null order by e.id",
                AuditEntry.class)
            .setMaxResults(PAGE)
            .getResultList();
    open.forEach(end::append);
    return open.size();
  }

  /** The number of the first sealed entry that was changed or removed, if any. */
  @RequiresPermissions(Permissions.SYSTEM)
  public OptionalLong firstBrokenSeal() {
    AuditSeal end = em.find(AuditSeal.class, AuditSeal.ONLY);
    String previous = "";
    long number = 0;
    while (number < end.lastNumber()) {
      List<AuditEntry> page = sealedAfter(number);
      if (page.isEmpty()) {
        return OptionalLong.of(number + 1);
      }
      for (AuditEntry entry : page) {
        number++;
        if (!entry.keepsItsSeal(previous, number)) {
          return OptionalLong.of(number);
        }
        previous = entry.seal();
      }
      em.clear();
    }
    return previous.equals(end.lastSeal()) ? OptionalLong.empty() : OptionalLong.of(number);
  }

  private List<AuditEntry> sealedAfter(long number) {
    return em.createQuery(
            "select e from AuditEntry e where e.sealNumber > :number order by e.sealNumber",
            AuditEntry.class)
        .setParameter("number", number)
        .setMaxResults(PAGE)
        .getResultList();
  }
}
