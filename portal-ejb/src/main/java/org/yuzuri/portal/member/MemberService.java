package org.yuzuri.portal.member;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.access.login.PasswordHasher;
import org.yuzuri.portal.access.stepup.StepUp;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.audit.Meanwhile;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;

/**
 * The people of the subject's own tenant, or of the datacenter. Transactions: required.
 *
 * <p>INVARIANT: somebody administers the tenant before and after each change, and it is not by
 * their own hand that an administrator stops being one.
 */
@Stateless
public class MemberService {

  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject PasswordHasher hasher;
  @Inject AuditTrail audit;
  @Inject Meanwhile meanwhile;
  @Inject StepUp stepUp;
  @Inject Event<MemberRemoved> removed;

  @PersistenceContext EntityManager em;

  /** The people of the own tenant; those that were removed only when they are asked for. */
  @RequiresPermissions(Permissions.MEMBER_READ)
  public Page<MemberRow> list(ListFilter<MemberState> filter, PageRequest request) {
    return MemberRow.ALL.page(
        em, filter, request, "m.tenantId = :own", Map.of("own", subject.tenantId()));
  }

  /** Adds a member with a password to any tenant, or to the lender; for demonstrations. */
  @RequiresPermissions(Permissions.TENANT_WRITE)
  public MemberView addTo(long tenantId, MemberDraft draft) {
    if (em.find(Company.class, tenantId) == null) {
      throw ProblemException.notFound("tenant", tenantId);
    }
    draft.check(tenantId == Tenants.LENDER);
    Member member = new Member(tenantId, draft, hasher.hash(draft.password()), clock.instant());
    try {
      em.persist(member);
      em.flush();
    } catch (PersistenceException duplicate) {
      throw new ProblemException(
          CommonProblem.NAME_TAKEN, "login", draft.login(), "a login that nobody has", duplicate);
    }
    audit.record(tenantId, "member.add", draft.login(), draft.role().name());
    return member.view();
  }

  /**
   * From now on, with the next request of a session, the member may do nothing.
   *
   * @throws ProblemException LAST_ADMIN, OWN_ACCOUNT
   */
  @RequiresPermissions(Permissions.MEMBER_WRITE)
  public void disable(long id) {
    Member member = anothers(id);
    member.setState(MemberState.DISABLED);
    audit.record(member.tenantId(), "member.disable", member.login(), "");
  }

  /** The member may log in again. */
  @RequiresPermissions(Permissions.MEMBER_WRITE)
  public void enable(long id) {
    Member member = anothers(id);
    member.setState(MemberState.OPEN);
    audit.record(member.tenantId(), "member.enable", member.login(), "");
  }

  /**
   * The person is gone; what it did stays, under its name. Its address may be invited anew.
   *
   * @throws ProblemException LAST_ADMIN, OWN_ACCOUNT
   */
  @RequiresPermissions(Permissions.MEMBER_WRITE)
  public void remove(long id) {
    Member member = anothers(id);
    audit.record(member.tenantId(), "member.remove", member.login(), "");
    member.remove();
    removed.fire(new MemberRemoved(member.id()));
  }

  /**
   * The member may do what this role may, from the next log-in on: its sessions end. After a proof.
   *
   * @param seen the role that it had when the page was opened
   * @throws ProblemException LAST_ADMIN, OWN_ACCOUNT; INVALID_VALUE of {@code role}: not one of
   *     this tenant; CHANGED_BY, CHANGED_MEANWHILE; STEP_UP_NEEDED
   */
  @RequiresPermissions(Permissions.MEMBER_WRITE)
  public void changeRole(long id, Role seen, Role role) {
    if (role.isLender() != (subject.tenantId() == Tenants.LENDER)) {
      throw ProblemException.invalid("role", role, "a role of this tenant");
    }
    List<Member> admins = lockedAdmins();
    Member member = other(id);
    meanwhile.check(
        seen,
        member.role(),
        new Meanwhile.Entry("member", member.login()),
        new Meanwhile.Trace("member.role", member.login()));
    if (!role.isAdministrator()) {
      refuseTheLast(admins, member);
    }
    stepUp.check();
    Role before = member.role();
    member.setRole(role);
    audit.record(member.tenantId(), "member.role", member.login(), before + " to " + role);
  }

  /** Another member than oneself, not the last one who administers the tenant. */
  private Member anothers(long id) {
    List<Member> admins = lockedAdmins();
    Member member = other(id);
    refuseTheLast(admins, member);
    return member;
  }

  private Member other(long id) {
    Member member = em.find(Member.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (member == null
        || member.state() == MemberState.REMOVED
        || !subject.owns(member.tenantId())) {
      throw ProblemException.notFound("member", id);
    }
    if (member.id() == subject.actor().id()) {
      throw new ProblemException(
          MemberProblem.OWN_ACCOUNT, "member", member.login(), "a member other than oneself");
    }
    return member;
  }

  private static void refuseTheLast(List<Member> admins, Member member) {
    if (admins.equals(List.of(member))) {
      throw new ProblemException(
          MemberProblem.LAST_ADMIN, "member", member.login(), "another administrator first");
    }
  }

  /** Locked first, and in one order: two administrators cannot switch each other off. */
  private List<Member> lockedAdmins() {
    return em.createQuery(
            "select m from Member m where m.tenantId = :own and m.state = :open"
                + " and m.role in :administrators order by m.id",
            Member.class)
        .setParameter("own", subject.tenantId())
        .setParameter("open", MemberState.OPEN)
        .setParameter(
            "administrators", Arrays.stream(Role.values()).filter(Role::isAdministrator).toList())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }
}
