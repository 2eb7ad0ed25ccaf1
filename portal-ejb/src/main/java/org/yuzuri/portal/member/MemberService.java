package org.yuzuri.portal.member;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.access.login.PasswordHasher;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;

/** The members of a tenant. Transactions: required. */
@Stateless
public class MemberService {

  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject PasswordHasher hasher;
  @Inject AuditTrail audit;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /** The members of the subject's own tenant, by login. */
  @RequiresPermissions(Permissions.MEMBER_READ)
  public List<MemberView> list() {
    return em
        .createQuery(
            "select m from Member m where m.tenantId = :tenant order by m.login", Member.class)
        .setParameter("tenant", subject.tenantId())
        .getResultList()
        .stream()
        .map(Member::view)
        .toList();
  }

  /** Adds a member to the subject's own tenant. */
  @RequiresPermissions(Permissions.MEMBER_WRITE)
  public MemberView add(MemberDraft draft) {
    return kept(subject.tenantId(), draft);
  }

  /** Adds a member to any tenant, or to the lender. */
  @RequiresPermissions(Permissions.TENANT_WRITE)
  public MemberView addTo(long tenantId, MemberDraft draft) {
    boolean known =
        em.createQuery("select count(t) from Tenant t where t.id = :id", Long.class)
                .setParameter("id", tenantId)
                .getSingleResult()
            == 1;
    if (!known) {
      throw ProblemException.notFound("tenant", tenantId);
    }
    return kept(tenantId, draft);
  }

  /** From now on the member cannot log in. */
  @RequiresPermissions(Permissions.MEMBER_WRITE)
  public void disable(long id) {
    Member member = find(id);
    member.disable();
    audit.record(member.tenantId(), "member.disable", member.login(), "");
  }

  private MemberView kept(long tenantId, MemberDraft draft) {
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

  private Member find(long id) {
    Member member = em.find(Member.class, id);
    if (member == null) {
      throw ProblemException.notFound("member", id);
    }
    return member;
  }
}
