package org.yuzuri.portal.member.profile;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Set;
import org.apache.shiro.authz.annotation.RequiresAuthentication;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.login.PasswordHasher;
import org.yuzuri.portal.access.stepup.StepUp;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.audit.Meanwhile;
import org.yuzuri.portal.member.MemberBook;
import org.yuzuri.portal.member.Members;
import org.yuzuri.portal.member.Person;
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
  @Inject Members members;
  @Inject MemberBook book;
  @Inject AuditTrail audit;
  @Inject Meanwhile meanwhile;

  /** The subject's own. */
  @RequiresAuthentication
  public ProfileView view() {
    Person me = me();
    return new ProfileView(me.login(), me.displayName(), me.language(), me.zone());
  }

  /**
   * Changes what the subject says of itself.
   *
   * @param seen {@link ProfileView#text} of what it was typed over
   * @param displayName 1 to 100 characters
   * @param language {@code en}, {@code ja} or null
   * @param zone a time zone of the IANA or null
   * @throws ProblemException INVALID_VALUE, with everything that is wrong; CHANGED_BY,
   *     CHANGED_MEANWHILE
   */
  @RequiresAuthentication
  public void change(
      String seen, String displayName, @Nullable String language, @Nullable String zone) {
    Person me = me();
    meanwhile.check(
        seen,
        view().text(),
        new Meanwhile.Entry("profile", me.login()),
        new Meanwhile.Trace("member.profile", me.login()));
    describe(me, displayName, language, zone);
  }

  private void describe(
      Person me, String displayName, @Nullable String language, @Nullable String zone) {
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
    book.describe(me.id(), name, language, zone);
    audit.record("member.profile", me.login(), "");
  }

  /**
   * The subject has chosen its language on a page.
   *
   * @throws ProblemException INVALID_VALUE
   */
  @RequiresAuthentication
  public void speak(String language) {
    Person me = me();
    describe(me, me.displayName(), language, me.zone());
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
    Person me = me();
    problems.attempt(() -> checked(fresh, me));
    problems.unless(fresh.equals(repeated), "repeated", "***", "the same password again");
    problems.refuse();
    stepUp.check();
    book.setPassword(me.id(), hasher.hash(fresh));
  }

  private String checked(String password, Person person) {
    rules.check(password, person.login(), person.displayName(), book.openTenant(person.tenantId()));
    return password;
  }

  private Person me() {
    long id = subject.actor().id();
    return members.find(id).orElseThrow(() -> ProblemException.notFound("member", id));
  }
}
