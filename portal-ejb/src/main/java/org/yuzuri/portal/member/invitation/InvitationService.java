package org.yuzuri.portal.member.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.stepup.StepUp;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;

/** Who is invited into the subject's own tenant, or to the datacenter. Transactions: required. */
@Stateless
public class InvitationService {

  /** So many people may be invited at once; each costs a mail. */
  static final int MOST_AT_ONCE = 50;

  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject StepUp stepUp;
  @Inject Invitations invitations;

  @PersistenceContext EntityManager em;

  /** The own tenant's invitations; those that are open unless others are asked for. */
  @RequiresPermissions(Permissions.MEMBER_READ)
  public Page<InvitationRow> list(ListFilter<InvitationState> filter, PageRequest request) {
    return InvitationRow.ALL.page(
        em, filter, request, "i.tenantId = :own", Map.of("own", subject.tenantId()));
  }

  /**
   * Invites somebody into the own tenant; an administrator after a proof.
   *
   * @throws ProblemException INVALID_VALUE, MEMBER_ALREADY; STEP_UP_NEEDED
   */
  @RequiresPermissions(Permissions.MEMBER_WRITE)
  public void invite(InvitationDraft draft) {
    Role role = draft.role();
    if (role != null && role.isAdministrator()) {
      stepUp.check();
    }
    invitations.invite(subject.tenantId(), draft);
  }

  /**
   * Invites several people at once: all of them, or none when one is refused. Administrators after
   * a proof.
   *
   * @param drafts 1 to {@value #MOST_AT_ONCE}, each with another address
   * @throws ProblemException as above, of each address that is refused; STEP_UP_NEEDED
   */
  @RequiresPermissions(Permissions.MEMBER_WRITE)
  public void inviteAll(List<InvitationDraft> drafts) {
    if (drafts.isEmpty() || drafts.size() > MOST_AT_ONCE) {
      throw ProblemException.invalid(
          "email", drafts.size() + " addresses", "1 to " + MOST_AT_ONCE + " mail addresses");
    }
    Problems problems = new Problems();
    for (InvitationDraft draft : drafts) {
      problems.attempt(
          () -> {
            invite(draft);
            return draft;
          });
    }
    problems.refuse();
  }

  /** Sends a new link; the one before ends. */
  @RequiresPermissions(Permissions.MEMBER_WRITE)
  public void sendAgain(long id) {
    invitations.sendAgain(open(id));
  }

  /** Takes an invitation back: its link ends. */
  @RequiresPermissions(Permissions.MEMBER_WRITE)
  public void withdraw(long id) {
    Invitation invitation = open(id);
    invitation.end(InvitationState.WITHDRAWN);
    audit.record("member.invite.withdraw", invitation.email(), "");
  }

  private Invitation open(long id) {
    Invitation invitation = em.find(Invitation.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (invitation == null || !subject.owns(invitation.tenantId()) || !invitation.isOpen()) {
      throw ProblemException.notFound("invitation", id);
    }
    return invitation;
  }
}
