package org.yuzuri.portal.member.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.login.PasswordHasher;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.member.MemberBook;
import org.yuzuri.portal.member.MemberProblem;
import org.yuzuri.portal.member.Newcomer;
import org.yuzuri.portal.member.profile.PasswordRules;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.secret.OneTimeToken;

/** What who follows an invitation may do. Called as the portal; each call its own transaction. */
@Stateless
public class WelcomeService {

  @Inject Clock clock;
  @Inject PasswordRules rules;
  @Inject PasswordHasher hasher;
  @Inject MemberBook members;
  @Inject AuditTrail audit;

  @PersistenceContext EntityManager em;

  /** What the link of this token opens; empty when it does not work, whyever. */
  @RequiresPermissions(Permissions.SYSTEM)
  public Optional<Welcome> find(String token) {
    return working(token, LockModeType.NONE)
        .map(
            invitation ->
                new Welcome(
                    members.openTenant(invitation.tenantId()),
                    invitation.email(),
                    invitation.displayName(),
                    invitation.role()));
  }

  /**
   * Makes the invited a member; the link is used up. Told to nobody but who holds the link: whether
   * the address is a member's already.
   *
   * @param language {@code en} or {@code ja}
   * @throws ProblemException LINK_DEAD; INVALID_VALUE or COMMON_PASSWORD, and the link stays good;
   *     MEMBER_ALREADY
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public void accept(String token, String displayName, String password, String language) {
    Invitation invitation =
        working(token, LockModeType.PESSIMISTIC_WRITE).orElseThrow(WelcomeService::dead);
    String email = invitation.email();
    String tenant = members.openTenant(invitation.tenantId());
    Newcomer newcomer = new Newcomer(email, displayName, invitation.role(), language);
    newcomer.check(() -> rules.check(password, email, displayName, tenant));
    members.add(invitation.tenantId(), newcomer, hasher.hash(password));
    invitation.end(InvitationState.ACCEPTED);
    audit.record(
        invitation.tenantId(), "member.join", email, "invited by " + invitation.invitedBy());
  }

  private Optional<Invitation> working(String token, LockModeType lock) {
    return em.createQuery("select i from Invitation i where i.tokenHash = :hash", Invitation.class)
        .setParameter("hash", OneTimeToken.hashOf(token))
        .setLockMode(lock)
        .getResultStream()
        .filter(invitation -> invitation.works(clock.instant()))
        .filter(invitation -> members.isOpen(invitation.tenantId()))
        .findFirst();
  }

  private static ProblemException dead() {
    return new ProblemException(MemberProblem.LINK_DEAD, "link", "***", "a link that works");
  }
}
