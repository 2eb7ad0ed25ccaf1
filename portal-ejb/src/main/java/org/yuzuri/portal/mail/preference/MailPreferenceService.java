package org.yuzuri.portal.mail.preference;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.audit.Meanwhile;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.platform.ProblemException;

/** Which mails a member gets; each member's own. Transactions: required. */
@Stateless
public class MailPreferenceService {

  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Meanwhile meanwhile;

  @PersistenceContext EntityManager em;

  /** Every kind that the subject may get, and whether it does. */
  @RequiresAuthentication
  public List<MailPreferenceView> own() {
    Set<MailKind> off = off(member());
    return Stream.of(MailKind.values())
        .filter(this::isForTheSubject)
        .map(kind -> new MailPreferenceView(kind, !off.contains(kind)))
        .toList();
  }

  /**
   * Switches kinds off, and all others on.
   *
   * @param seen names of those that were off when the form was opened
   * @param unwanted names of kinds that may be switched off
   * @throws ProblemException INVALID_VALUE: a name that is none of those, which may be what a
   *     forged form sends; CHANGED_BY, CHANGED_MEANWHILE
   */
  @RequiresAuthentication
  public void switchOff(Set<String> seen, Set<String> unwanted) {
    Set<MailKind> wanted = EnumSet.noneOf(MailKind.class);
    unwanted.forEach(name -> wanted.add(optional(name)));
    long member = member();
    meanwhile.check(
        seen,
        off(member).stream().map(MailKind::name).collect(Collectors.toSet()),
        new Meanwhile.Entry("mailPreferences", subject.actor().name()),
        new Meanwhile.Trace("mail.preferences", "member " + member));
    em.createQuery("delete from MailPreference p where p.memberId = :member")
        .setParameter("member", member)
        .executeUpdate();
    wanted.forEach(kind -> em.persist(new MailPreference(member, kind)));
    audit.record("mail.preferences", "member " + member, String.join(" ", new TreeSet<>(unwanted)));
  }

  private Set<MailKind> off(long member) {
    Set<MailKind> off = EnumSet.noneOf(MailKind.class);
    em.createQuery("select p from MailPreference p where p.memberId = :m", MailPreference.class)
        .setParameter("m", member)
        .getResultStream()
        .map(MailPreference::kind)
        .filter(MailKind::isOptional)
        .filter(this::isForTheSubject)
        .forEach(off::add);
    return off;
  }

  private boolean isForTheSubject(MailKind kind) {
    return !kind.isOfTheSite() || subject.may(Permissions.SERVER_WRITE);
  }

  private static MailKind optional(String name) {
    return Stream.of(MailKind.values())
        .filter(MailKind::isOptional)
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.invalid(
                    "mailKind",
                    name,
                    Stream.of(MailKind.values())
                        .filter(MailKind::isOptional)
                        .map(MailKind::name)
                        .collect(Collectors.joining(", "))));
  }

  private long member() {
    Actor actor = subject.actor();
    if (actor.kind() != ActorKind.MEMBER) {
      throw ProblemException.notFound("member", actor.name());
    }
    return actor.id();
  }
}
