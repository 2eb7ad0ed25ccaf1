package org.yuzuri.portal.audit.seal;

import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditEntry;
import org.yuzuri.portal.audit.chain.CheckpointFile;
import org.yuzuri.portal.audit.chain.TrailCheck;
import org.yuzuri.portal.audit.chain.TrailEnd;
import org.yuzuri.portal.audit.chain.TrailRow;
import org.yuzuri.portal.audit.chain.TrailSource;
import org.yuzuri.portal.platform.PlainLine;

/** The trail as a check reads it, page by page, and what checks found. */
@Stateless
@LocalBean // it has an interface, and is injected by its class
public class AuditReadService implements TrailSource {

  private static final int PAGE = 1000;
  private static final int LONGEST_FINDING = 1000;
  private static final Duration CHECKS_COUNT = Duration.ofDays(2);

  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  @Override
  @RequiresPermissions(Permissions.SYSTEM)
  public TrailEnd end() {
    AuditSeal seal = em.find(AuditSeal.class, AuditSeal.ONLY);
    em.refresh(seal);
    return seal.end();
  }

  @Override
  @RequiresPermissions(Permissions.SYSTEM)
  public List<TrailRow> sealedAfter(long number) {
    return rows(
        em.createQuery(
                "select e from AuditEntry e where e.sealNumber > :number"
                    + " order by e.sealNumber, e.id",
                AuditEntry.class)
            .setParameter("number", number));
  }

  @Override
  @RequiresPermissions(Permissions.SYSTEM)
  public List<TrailRow> openAfter(long id) {
    return rows(
        em.createQuery(
                "select e from AuditEntry e where e.sealNumber is null and e.id > :id"
                    + " order by e.id",
                AuditEntry.class)
            .setParameter("id", id));
  }

  private List<TrailRow> rows(TypedQuery<AuditEntry> query) {
    List<TrailRow> rows =
        query.setMaxResults(PAGE).getResultList().stream().map(AuditEntry::row).toList();
    em.clear();
    return rows;
  }

  @Override
  @RequiresPermissions(Permissions.SYSTEM)
  public long countSealedUpTo(long number) {
    return em.createQuery(
            "select count(e) from AuditEntry e where e.sealNumber <= :number", Long.class)
        .setParameter("number", number)
        .getSingleResult();
  }

  @Override
  @RequiresPermissions(Permissions.SYSTEM)
  public Optional<String> repeatedMark() {
    return em.createQuery(
            "select e.mark from AuditEntry e where e.mark is not null"
                + " group by e.mark having count(e) > 1",
            String.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  @RequiresPermissions(Permissions.SYSTEM)
  public Optional<CheckpointFile.Noted> noted(String node) {
    return Optional.ofNullable(em.find(AuditNote.class, node)).map(AuditNote::noted);
  }

  /** Notes what a node's check came to. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void noteCheck(String node, TrailCheck.Result result) {
    String finding = PlainLine.of(result.finding().orElse(""), LONGEST_FINDING);
    em.persist(new AuditCheck(node, clock.instant(), result.checked(), finding));
  }

  /** When some node checked last; before the first check, when the trail began. */
  @RequiresPermissions(Permissions.SYSTEM)
  public Optional<Instant> lastChecked() {
    Instant checked =
        em.createQuery("select max(c.at) from AuditCheck c", Instant.class).getSingleResult();
    return Optional.ofNullable(
        checked != null
            ? checked
            : em.createQuery("select min(e.at) from AuditEntry e", Instant.class)
                .getSingleResult());
  }

  /**
   * What the newest check of some node found; empty when each was in order. Nodes that have not
   * checked for two days are no more.
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public Optional<String> newestFinding() {
    return em.createQuery(
            "select c.finding from AuditCheck c where c.finding <> '' and c.at > :since and c.id in"
                + " (select max(n.id) from AuditCheck n group by n.node) order by c.id desc",
            String.class)
        .setParameter("since", clock.instant().minus(CHECKS_COUNT))
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
