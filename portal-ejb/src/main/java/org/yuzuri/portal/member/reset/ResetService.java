package org.yuzuri.portal.member.reset;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.login.PasswordHasher;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.mail.Mails;
import org.yuzuri.portal.mail.letter.Letter;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.mail.letter.Recipient;
import org.yuzuri.portal.member.MemberBook;
import org.yuzuri.portal.member.MemberProblem;
import org.yuzuri.portal.member.Person;
import org.yuzuri.portal.member.profile.PasswordRules;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.secret.OneTimeToken;

/**
 * A forgotten password. Called as the portal; each call its own transaction.
 *
 * <p>INVARIANT: what is done for who asks is the same whether or not the address is anybody's; the
 * timer does the rest.
 */
@Stateless
public class ResetService {

  private static final int MOST_AT_A_TIME = 100;

  @Inject Clock clock;
  @Inject PasswordRules rules;
  @Inject PasswordHasher hasher;
  @Inject MemberBook members;
  @Inject Mails mails;
  @Inject AuditTrail audit;

  @PersistenceContext EntityManager em;

  /**
   * Notes that the password of this address is forgotten.
   *
   * @throws ProblemException INVALID_VALUE of {@code email}: no mail address
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public void wish(String address) {
    String email = address.strip().toLowerCase(Locale.ROOT);
    if (!Recipient.isAddress(email)) {
      throw ProblemException.invalid("email", email, "one mail address, such as a@example.org");
    }
    em.persist(new PasswordWish(email, clock.instant()));
  }

  /** Sends a link for each wish whose address is a member's who may log in. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void grantWishes() {
    em.createQuery("select w from PasswordWish w order by w.id", PasswordWish.class)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setMaxResults(MOST_AT_A_TIME)
        .getResultList()
        .forEach(
            wish -> {
              members.byAddress(wish.address()).ifPresent(this::sendLink);
              em.remove(wish);
            });
  }

  /** Whether the link of this token works. */
  @RequiresPermissions(Permissions.SYSTEM)
  public boolean works(String token) {
    return working(token, LockModeType.NONE).isPresent();
  }

  /**
   * Sets the password; the link is used up, and every session of the member ends.
   *
   * @throws ProblemException LINK_DEAD; INVALID_VALUE or COMMON_PASSWORD, and the link stays good
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public void reset(String token, String password) {
    PasswordReset reset =
        working(token, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ResetService::dead);
    Person person = members.whoMayLogIn(reset.memberId()).orElseThrow(ResetService::dead);
    rules.check(
        password, person.login(), person.displayName(), members.openTenant(person.tenantId()));
    reset.use();
    members.setPassword(person.id(), hasher.hash(password));
  }

  private void sendLink(Person person) {
    Instant now = clock.instant();
    PasswordReset found = em.find(PasswordReset.class, person.id(), LockModeType.PESSIMISTIC_WRITE);
    PasswordReset reset = found == null ? new PasswordReset(person.id()) : found;
    if (!reset.mayRenew(now) || person.email() == null) {
      return;
    }
    OneTimeToken token = reset.renew(now);
    if (found == null) {
      em.persist(reset);
    }
    mails.send(
        new Letter(
            MailKind.PASSWORD_RESET,
            new Recipient(
                person.id(),
                person.email(),
                person.displayName(),
                person.language(),
                person.zone()),
            "password-reset/" + person.id() + "/" + now,
            Map.of(
                "link",
                "/forgotten.xhtml?token=" + token.text(),
                "until",
                reset.notAfter().toString()),
            reset.notAfter()));
    audit.record(person.tenantId(), "member.password.link", person.login(), "");
  }

  private Optional<PasswordReset> working(String token, LockModeType lock) {
    return em.createQuery(
            "select r from PasswordReset r where r.tokenHash = :hash", PasswordReset.class)
        .setParameter("hash", OneTimeToken.hashOf(token))
        .setLockMode(lock)
        .getResultStream()
        .filter(reset -> reset.works(clock.instant()))
        .filter(reset -> members.whoMayLogIn(reset.memberId()).isPresent())
        .findFirst();
  }

  private static ProblemException dead() {
    return new ProblemException(MemberProblem.LINK_DEAD, "link", "***", "a link that works");
  }
}
