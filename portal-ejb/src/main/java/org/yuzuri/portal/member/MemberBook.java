package org.yuzuri.portal.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.RequestSource;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.mail.Mails;
import org.yuzuri.portal.mail.letter.Letter;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.mail.letter.Recipient;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.PlainLine;
import org.yuzuri.portal.platform.ProblemException;

/** Writes members, for this feature's own parts. Transaction: the caller's. */
@ApplicationScoped
public class MemberBook {

  private static final int LONGEST_SOURCE = 64;

  @Inject Clock clock;
  @Inject AuditTrail audit;
  @Inject Mails mails;

  @PersistenceContext EntityManager em;

  /**
   * The name of a tenant that is not closed.
   *
   * @throws ProblemException NOT_FOUND
   */
  public String openTenant(long tenantId) {
    return Optional.ofNullable(em.find(Company.class, tenantId))
        .filter(Company::isOpen)
        .map(Company::name)
        .orElseThrow(() -> ProblemException.notFound("tenant", tenantId));
  }

  /** Whether people of the tenant may do anything. */
  public boolean isOpen(long tenantId) {
    return Optional.ofNullable(em.find(Company.class, tenantId))
        .filter(Company::isOpen)
        .isPresent();
  }

  /** Whether somebody of this tenant has the address, or logs in with it. */
  public boolean isMember(long tenantId, String email) {
    return em.createQuery(
                "select count(m) from Member m where m.tenantId = :tenant"
                    + " and (m.email = :email or m.login = :email)",
                Long.class)
            .setParameter("tenant", tenantId)
            .setParameter("email", email)
            .getSingleResult()
        > 0;
  }

  /**
   * Adds who was invited.
   *
   * @throws ProblemException MEMBER_ALREADY: the address is somebody's, of whatever tenant
   */
  public Person add(long tenantId, Newcomer newcomer, String passwordHash) {
    Member member = new Member(tenantId, newcomer, passwordHash, clock.instant());
    try {
      em.persist(member);
      em.flush();
    } catch (PersistenceException duplicate) {
      throw new ProblemException(
          MemberProblem.MEMBER_ALREADY,
          "email",
          newcomer.email(),
          "an address of no member",
          duplicate);
    }
    return member.person();
  }

  /** The member that mail to this address reaches and who may log in; lower case. */
  public Optional<Person> byAddress(String email) {
    return em.createQuery("select m from Member m where m.email = :email", Member.class)
        .setParameter("email", email)
        .getResultStream()
        .findFirst()
        .filter(Member::mayLogIn)
        .map(Member::person);
  }

  /** The member of this id, if it may log in. */
  public Optional<Person> whoMayLogIn(long memberId) {
    return Optional.ofNullable(em.find(Member.class, memberId))
        .filter(Member::mayLogIn)
        .map(Member::person);
  }

  /** What the member says of itself, null: as its browser says. */
  public void describe(
      long memberId, String displayName, @Nullable String language, @Nullable String zone) {
    em.find(Member.class, memberId).describe(displayName, language, zone);
  }

  /** Sets the password, which ends every session of the member, and tells the person. */
  public void setPassword(long memberId, String hash) {
    Member member = em.find(Member.class, memberId, LockModeType.PESSIMISTIC_WRITE);
    if (member == null) {
      throw new ProblemException(
          CommonProblem.NOT_FOUND, "member", memberId, "a member that is there");
    }
    member.setPassword(hash);
    em.flush();
    audit.record(member.tenantId(), "member.password", member.login(), "");
    tellThatThePasswordChanged(member.person());
  }

  private void tellThatThePasswordChanged(Person person) {
    if (person.email() == null) {
      return;
    }
    String at = clock.instant().toString();
    mails.send(
        new Letter(
            MailKind.PASSWORD_CHANGED,
            new Recipient(
                person.id(),
                person.email(),
                person.displayName(),
                person.language(),
                person.zone()),
            "password-changed/" + person.id() + "/" + at,
            Map.of("at", at, "source", PlainLine.of(RequestSource.current(), LONGEST_SOURCE))));
  }
}
