package org.yuzuri.portal.member;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneId;
import java.util.Set;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.login.PasswordHasher;
import org.yuzuri.portal.access.stepup.StepUp;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;

/** What a member changes of itself. Transactions: required. */
@Stateless
public class ProfileService {

  private static final int LONGEST_NAME = 100;
  private static final Set<String> LANGUAGES = Set.of("en", "ja");

  @Inject CurrentSubject subject;
  @Inject PasswordHasher hasher;
  @Inject StepUp stepUp;
  @Inject PasswordRules rules;
  @Inject MemberBook book;
  @Inject AuditTrail audit;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /** The subject's own. */
  @RequiresAuthentication
  public ProfileView view() {
    return me().profile();
  }

  /**
   * Changes what the subject says of itself.
   *
   * @param displayName 1 to 100 characters
   * @param language {@code en}, {@code ja} or null
   * @param zone a time zone of the IANA or null
   * @throws ProblemException INVALID_VALUE, with everything that is wrong
   */
  @RequiresAuthentication
  public void change(String displayName, @Nullable String language, @Nullable String zone) {
    Problems problems = new Problems();
    String name = displayName.strip();
    problems.unless(
        !name.isEmpty() && name.length() <= LONGEST_NAME,
        "displayName",
        displayName,
        "1 to 100 characters");
    problems.unless(
        language == null || LANGUAGES.contains(language),
        "language",
        String.valueOf(language),
        "en or ja");
    problems.unless(
        zone == null || ZoneId.getAvailableZoneIds().contains(zone),
        "zone",
        String.valueOf(zone),
        "Area/City");
    problems.refuse();
    Member member = me();
    member.describe(name, language, zone);
    audit.record("member.profile", member.login(), "");
  }

  /**
   * The subject has chosen its language on a page.
   *
   * @throws ProblemException INVALID_VALUE
   */
  @RequiresAuthentication
  public void speak(String language) {
    Member member = me();
    ProfileView now = member.profile();
    change(now.displayName(), language, now.zone());
  }

  /**
   * Sets another password, after a proof. All sessions of the subject end by it.
   *
   * @param repeated the same, typed again
   * @throws ProblemException INVALID_VALUE; STEP_UP_NEEDED
   */
  @RequiresAuthentication
  public void changePassword(String fresh, String repeated) {
    Problems problems = new Problems();
    Member member = me();
    problems.attempt(() -> checked(fresh, member.person()));
    problems.unless(fresh.equals(repeated), "repeated", "***", "the same password again");
    problems.refuse();
    stepUp.check();
    book.setPassword(member.id(), hasher.hash(fresh));
  }

  private String checked(String password, Person person) {
    rules.check(password, person.login(), person.displayName(), book.openTenant(person.tenantId()));
    return password;
  }

  private Member me() {
    Member member = em.find(Member.class, subject.actor().id());
    if (member == null) {
      throw ProblemException.notFound("member", subject.actor().id());
    }
    return member;
  }
}
