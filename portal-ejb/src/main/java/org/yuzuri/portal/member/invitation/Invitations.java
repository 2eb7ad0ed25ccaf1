package org.yuzuri.portal.member.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.mail.Mails;
import org.yuzuri.portal.mail.letter.Letter;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.mail.letter.Recipient;
import org.yuzuri.portal.member.MemberBook;
import org.yuzuri.portal.member.MemberProblem;
import org.yuzuri.portal.member.Members;
import org.yuzuri.portal.member.Person;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.secret.OneTimeToken;

/** Invites people into a tenant, for other features too. Transaction: the caller's. */
@ApplicationScoped
public class Invitations {

  @Inject Clock clock;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Mails mails;
  @Inject MemberBook members;
  @Inject Members people;

  @PersistenceContext EntityManager em;

  /**
   * Invites somebody: the link goes to the address and nowhere else. An open invitation of the same
   * address to the same tenant is sent anew. Who is a member of another tenant is told by nobody
   * here: the link refuses once it is followed.
   *
   * @throws ProblemException INVALID_VALUE of a field; MEMBER_ALREADY in this very tenant
   */
  public void invite(long tenantId, InvitationDraft draft) {
    Role role = draft.checkedRole(tenantId);
    String tenant = members.openTenant(tenantId);
    if (members.isMember(tenantId, draft.email())) {
      throw new ProblemException(
          MemberProblem.MEMBER_ALREADY, "email", draft.email(), "an address of no member");
    }
    open(tenantId, draft.email()).forEach(before -> before.end(InvitationState.WITHDRAWN));
    em.flush();
    Invitation invitation =
        new Invitation(tenantId, draft, role, subject.actor().name(), clock.instant());
    em.persist(invitation);
    send(invitation, tenant);
    audit.record(tenantId, "member.invite", draft.email(), role.name());
  }

  /** A new link for who was invited; the one before ends. */
  void sendAgain(Invitation invitation) {
    send(invitation, members.openTenant(invitation.tenantId()));
    audit.record(invitation.tenantId(), "member.invite.again", invitation.email(), "");
  }

  private void send(Invitation invitation, String tenant) {
    OneTimeToken token = invitation.renew(clock.instant());
    mails.send(
        new Letter(
            MailKind.INVITATION,
            new Recipient(
                null, invitation.email(), invitation.displayName(), invitersLanguage(), null),
            invitation.mailKey(),
            Map.of(
                "tenant",
                tenant,
                "invitedBy",
                subject.displayName(),
                "link",
                "/welcome.xhtml?token=" + token.text(),
                "until",
                invitation.notAfter().toString()),
            invitation.notAfter()));
  }

  /** Whoever is invited has chosen none yet. */
  private @Nullable String invitersLanguage() {
    Actor actor = subject.actor();
    return actor.kind() == ActorKind.MEMBER
        ? people.find(actor.id()).map(Person::language).orElse(null)
        : null;
  }

  private List<Invitation> open(long tenantId, String email) {
    return em.createQuery(
            "select i from Invitation i where i.tenantId = :tenant and i.email = :email"
                + " and i.state = :open",
            Invitation.class)
        .setParameter("tenant", tenantId)
        .setParameter("email", email)
        .setParameter("open", InvitationState.OPEN)
        .getResultList();
  }
}
