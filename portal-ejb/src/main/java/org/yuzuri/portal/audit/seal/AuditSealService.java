package org.yuzuri.portal.audit.seal;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditEntry;
import org.yuzuri.portal.audit.AuditKeyFile;
import org.yuzuri.portal.audit.chain.AuditKeys;
import org.yuzuri.portal.audit.chain.AuditKeys.Verdict;
import org.yuzuri.portal.audit.chain.Checkpoint;

/** Seals new entries in order of arrival, and notes how long the checkpoint files are. */
@Stateless
public class AuditSealService {

  private static final Logger log = LoggerFactory.getLogger(AuditSealService.class);
  private static final int PAGE = 500;

  @Inject AuditKeyFile keyFile;

  @PersistenceContext EntityManager em;

  /**
   * Chains entries that are not yet sealed, those of before the first mark at once; safe on every
   * node at once. An entry that the portal did not write stays unsealed, where a check finds it.
   *
   * @return how many were sealed; 0: all were that can be
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public int seal() {
    AuditSeal end = em.find(AuditSeal.class, AuditSeal.ONLY, LockModeType.PESSIMISTIC_WRITE);
    em.refresh(end);
    AuditKeys keys = keyFile.keys();
    int sealed = end.end().number() == 0 ? adopt(end, keys) : 0;
    long id = 0;
    long refused = 0;
    List<AuditEntry> open = openAfter(id);
    while (!open.isEmpty() && sealed < PAGE) {
      for (AuditEntry entry : open) {
        id = entry.row().id();
        if (entry.row().judgeMark(keys) == Verdict.GOOD) {
          end.append(entry, keys);
          sealed++;
        } else {
          refused++;
        }
      }
      open = openAfter(id);
    }
    if (refused > 0) {
      log.warn(
          "{} audit entries are not sealed: their marks do not fit or name another key", refused);
    }
    return sealed;
  }

  /** Entries that are older than marks, of which none can be added once the chain has begun. */
  private int adopt(AuditSeal end, AuditKeys keys) {
    List<AuditEntry> old =
        em.createQuery(
                "select e from AuditEntry e where e.sealNumber is null and e.mark is null"
                    + " order by e.id",
                AuditEntry.class)
            .getResultList();
    old.forEach(entry -> end.append(entry, keys));
    return old.size();
  }

  private List<AuditEntry> openAfter(long id) {
    return em.createQuery(
            "select e from AuditEntry e where e.sealNumber is null and e.id > :id order by e.id",
            AuditEntry.class)
        .setParameter("id", id)
        .setMaxResults(PAGE)
        .getResultList();
  }

  /** Notes that a checkpoint was written to a node's file. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void noteCheckpoint(String node, Checkpoint checkpoint) {
    AuditNote note = em.find(AuditNote.class, node, LockModeType.PESSIMISTIC_WRITE);
    if (note == null) {
      em.persist(new AuditNote(node, checkpoint));
    } else {
      note.grow(checkpoint);
    }
  }
}
