package org.yuzuri.portal.announcement;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.audit.Meanwhile;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.state.row.RowLock;
import org.yuzuri.portal.tenant.TenantBook;

/** Writes announcements, and shows each person those that are for it. Transactions: required. */
@Stateless
public class AnnouncementService {

  /** Most announcements on top of a page. */
  static final int MOST_SHOWN = 5;

  @Inject CurrentSubject subject;
  @Inject TenantBook tenants;
  @Inject AnnouncementQuiet quiet;
  @Inject AuditTrail audit;
  @Inject Meanwhile meanwhile;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** All of them; the newest first unless asked otherwise, withdrawn ones only when asked for. */
  @RequiresPermissions(Permissions.TENANT_READ)
  public Page<AnnouncementRow> list(ListFilter<AnnouncementState> filter, PageRequest request) {
    return AnnouncementRow.ALL.page(em, filter, request);
  }

  /**
   * One of them.
   *
   * @throws ProblemException NOT_FOUND
   */
  @RequiresPermissions(Permissions.TENANT_READ)
  public AnnouncementView view(long id) {
    return locked(id).view();
  }

  /**
   * Writes a new one.
   *
   * @return its id
   * @throws ProblemException INVALID_VALUE with everything that is wrong; NOT_FOUND: a tenant
   */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public long add(AnnouncementDraft draft) {
    AnnouncementDraft.Checked said = checked(draft);
    Announcement announcement =
        new Announcement(said, draft.tenants(), subject.actor().name(), clock.instant());
    em.persist(announcement);
    em.flush();
    audit.record("announcement.add", "announcement " + announcement.id(), said.english());
    return announcement.id();
  }

  /**
   * Says something else in its place; who has put it away sees it again.
   *
   * @param version the one that it was typed over
   * @throws ProblemException as for adding; CHANGED_BY, CHANGED_MEANWHILE; NOT_FOUND, also when it
   *     was taken back
   */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public void change(long id, int version, AnnouncementDraft draft) {
    Announcement announcement = standing(id);
    meanwhile.check(
        version,
        announcement.view().version(),
        new Meanwhile.Entry("announcement", String.valueOf(id)),
        new Meanwhile.Trace("announcement.%", "announcement " + id));
    AnnouncementDraft.Checked said = checked(draft);
    announcement.say(said, draft.tenants());
    em.createQuery("delete from Dismissal d where d.announcementId = :id")
        .setParameter("id", id)
        .executeUpdate();
    audit.record("announcement.change", "announcement " + id, said.english());
  }

  /**
   * Takes it back: nobody sees it any more.
   *
   * @throws ProblemException NOT_FOUND, also when it was taken back already
   */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public void withdraw(long id) {
    standing(id).withdraw();
    audit.record("announcement.withdraw", "announcement " + id, "");
  }

  /**
   * What the subject is told now, what matters most first, at most 5; without what it has put away.
   * The datacenter's people see all of them.
   */
  @RequiresAuthentication
  public List<AnnouncementNews> own() {
    Instant now = clock.instant();
    if (quiet.isQuiet(now)) {
      return List.of();
    }
    if (!isAnythingAnnounced(now)) {
      quiet.nothingAt(now);
      return List.of();
    }
    return em.createQuery(
            "select new org.yuzuri.portal.announcement.AnnouncementNews(a.id, a.severity,"
                + " a.english, a.japanese) from Announcement a"
                + " where a.withdrawn = false and a.from <= :now and a.until > :now"
                + " and (:lender = true or a.forAll = true or :tenant member of a.tenants)"
                + " and not exists (select d.announcementId from Dismissal d"
                + " where d.announcementId = a.id and d.memberId = :member)"
                + " order by case a.severity"
                + " when org.yuzuri.portal.announcement.AnnouncementSeverity.ERROR then 0"
                + " when org.yuzuri.portal.announcement.AnnouncementSeverity.WARNING then 1"
                + " else 2 end, a.id desc",
            AnnouncementNews.class)
        .setParameter("now", now)
        .setParameter("lender", subject.isOperator())
        .setParameter("tenant", subject.tenantId())
        .setParameter("member", subject.actor().id())
        .setMaxResults(MOST_SHOWN)
        .getResultList();
  }

  private boolean isAnythingAnnounced(Instant now) {
    return em.createQuery(
                "select count(a) from Announcement a where a.withdrawn = false and a.until > :now",
                Long.class)
            .setParameter("now", now)
            .getSingleResult()
        > 0;
  }

  /**
   * Puts one away for the subject alone; again is harmless.
   *
   * @throws ProblemException NOT_FOUND, also for one that is for others
   */
  @RequiresAuthentication
  public void dismiss(long id) {
    if (subject.actor().kind() != ActorKind.MEMBER) {
      throw ProblemException.notFound("announcement", id);
    }
    Instant now = clock.instant();
    Announcement announcement = em.find(Announcement.class, id);
    if (announcement == null || !isFor(announcement.view())) {
      throw ProblemException.notFound("announcement", id);
    }
    long member = subject.actor().id();
    if (em.find(Dismissal.class, new Dismissal.Key(id, member)) == null) {
      em.persist(new Dismissal(id, member, now));
    }
  }

  private boolean isFor(AnnouncementView view) {
    Set<Long> to = view.tenants();
    return !view.withdrawn()
        && (subject.isOperator() || to.isEmpty() || to.contains(subject.tenantId()));
  }

  private AnnouncementDraft.Checked checked(AnnouncementDraft draft) {
    AnnouncementDraft.Checked said = draft.checked(clock.instant());
    draft.tenants().forEach(tenants::tenant);
    quiet.disturb();
    return said;
  }

  private Announcement standing(long id) {
    Announcement announcement = locked(id);
    if (announcement.isWithdrawn()) {
      throw ProblemException.notFound("announcement", id);
    }
    return announcement;
  }

  private Announcement locked(long id) {
    return RowLock.lock(em, Announcement.class, id)
        .orElseThrow(() -> ProblemException.notFound("announcement", id));
  }
}
