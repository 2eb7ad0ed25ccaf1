package org.yuzuri.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.mail.preference.MailPreferenceService;
import org.yuzuri.portal.mail.preference.MailPreferenceView;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.problem.ProblemDigestService;
import org.yuzuri.portal.problem.ProblemLookService;
import org.yuzuri.portal.problem.ProblemRow;
import org.yuzuri.portal.problem.ProblemService;

/** Which problems of the datacenter reach its operators by mail, and when. */
class ProblemMailsIT extends MailWorld {

  private static final String SILENT = "AGENT_SILENT";
  private static final String CLOCK = "CLOCK_OFF";

  private final String bob = "bob-" + mark + "@example.org";
  private final long agent = agent("silent-" + mark);
  private long member;

  @BeforeEach
  void annIsAnOperatorWhoseMorningItIs() {
    looks();
    int hour = DATABASE.clock().instant().atOffset(ZoneOffset.UTC).getHour();
    member = operator(ann, hour, 8);
    operator(bob, hour, 20);
  }

  @AfterEach
  void nothingStaysWrong() {
    DATABASE.write("update agent set state = 'REVOKED' where id = ?", agent);
    DATABASE.write("delete from mail_preference where member_id = ?", member);
    DATABASE.write("update member set state = 'DISABLED' where email in (?, ?)", ann, bob);
    looks();
  }

  @Test
  void errorIsMailedAtOnceAndOnce() throws Exception {
    silent();

    looks();
    timer.run();
    looks();
    timer.run();

    assertThat(subjects(ann)).containsExactly("Lender agent is silent: silent-" + mark);
    assertThat(text(mailTo(ann)))
        .contains("https://portal.example.org/problem/list.xhtml?kind=AGENT_SILENT")
        .contains("/mail/preferences.xhtml");
  }

  @Test
  void warningWaitsForTheMorning() throws Exception {
    DATABASE.write("update agent set clock_skew_millis = -45000 where id = ?", agent);

    looks();
    timer.run();
    assertThat(server.receivers()).isEmpty();

    digest();
    digest();
    timer.run();
    assertThat(subjects(ann)).hasSize(1).allMatch(it -> it.startsWith("What is wrong: errors"));
    assertThat(text(mailTo(ann))).contains("Clock is off");
    assertThat(subjects(bob)).as("it is evening for Bob").isEmpty();
  }

  @Test
  void whatIsAcknowledgedIsNotInTheMorningsMail() {
    silent();
    DATABASE.write("update agent set clock_skew_millis = -45000 where id = ?", agent);
    looks();
    long before = warnings();
    asOperator(
        w -> {
          w.get(ProblemService.class).acknowledge(standing(CLOCK), "it is known");
          return w;
        });

    assertThat(warnings()).isEqualTo(before - 1);
  }

  @Test
  void eachIsSwitchedOffForItself() {
    prefers(Set.of("PROBLEM_FOUND"));
    silent();
    looks();
    timer.run();
    assertThat(server.receivers()).contains(bob).doesNotContain(ann);
    digest();
    timer.run();
    assertThat(subjects(ann)).hasSize(1);

    DATABASE.clock().add(Duration.ofDays(1));
    prefers(Set.of("PROBLEMS_OF_THE_DAY"));
    digest();
    timer.run();
    assertThat(subjects(ann)).hasSize(1);
  }

  @Test
  void whatComesAndGoesIsToldAgainAfterAnHour() {
    silent();
    looks();
    for (int time = 0; time < 3; time++) {
      heard();
      looks();
      silent();
      looks();
    }
    timer.run();
    assertThat(subjects(ann)).hasSize(1);

    DATABASE.clock().add(Duration.ofMinutes(61));
    looks();
    timer.run();
    assertThat(subjects(ann)).hasSize(2);
  }

  @Test
  void problemsAreAMatterOfOperatorsOnly() {
    long tenant = DATABASE.newTenant("Curious");
    List<MailKind> tenants =
        DATABASE.as(
            tenant, Role.TENANT_ADMIN, w -> kinds(w.get(MailPreferenceService.class).own()));
    List<MailKind> operators = asOperator(w -> kinds(w.get(MailPreferenceService.class).own()));

    assertThat(tenants).doesNotContain(MailKind.PROBLEM_FOUND, MailKind.PROBLEMS_OF_THE_DAY);
    assertThat(operators).contains(MailKind.PROBLEM_FOUND, MailKind.PROBLEMS_OF_THE_DAY);
  }

  @Test
  void everyKindOfProblemHasItsWordsInMails() {
    List<String> codes = asOperator(w -> w.get(ProblemService.class).kinds());
    for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
      ResourceBundle words =
          ResourceBundle.getBundle(
              "org.yuzuri.portal.mail.text.mails", locale, MailKind.class.getClassLoader());
      assertThat(codes).allMatch(code -> words.containsKey("word." + code));
    }
  }

  private static List<MailKind> kinds(List<MailPreferenceView> shown) {
    return shown.stream().map(MailPreferenceView::kind).toList();
  }

  private void prefers(Set<String> unwanted) {
    DATABASE.write("delete from mail_preference where member_id = ?", member);
    unwanted.forEach(
        kind ->
            DATABASE.write(
                "insert into mail_preference (member_id, kind) values (?, ?)", member, kind));
  }

  private long warnings() {
    DATABASE.write("delete from mail where address = ?", ann);
    digest();
    timer.run();
    String subject = subjects(ann).get(subjects(ann).size() - 1);
    return Long.parseLong(subject.replaceAll(".*warnings ", ""));
  }

  private long standing(String code) {
    return asOperator(
            w ->
                w.get(ProblemService.class)
                    .list(null, code, ListFilter.none(), PageRequest.first(100)))
        .rows()
        .stream()
        .filter(row -> row.subjectId() == agent)
        .map(ProblemRow::id)
        .findFirst()
        .orElseThrow();
  }

  private static void looks() {
    for (String code : List.of(SILENT, CLOCK)) {
      DATABASE.asPortal(
          w -> {
            w.get(ProblemLookService.class).look(code, "test");
            return w;
          });
    }
  }

  private static void digest() {
    DATABASE.asPortal(
        w -> {
          w.get(ProblemDigestService.class).send();
          return w;
        });
  }

  private void silent() {
    contact(DATABASE.clock().instant().minus(Duration.ofMinutes(5)));
  }

  private void heard() {
    contact(DATABASE.clock().instant());
  }

  private void contact(Instant at) {
    DATABASE.write("update agent set last_contact = ? where id = ?", at, agent);
  }

  private static long agent(String name) {
    Instant now = DATABASE.clock().instant();
    DATABASE.write(
        "insert into agent (version, tenant_id, kind, name, state, last_contact, fingerprint,"
            + " certificate_issued_at, certificate_not_after) values (0, 1, 'LENDER_AGENT', ?,"
            + " 'ENROLLED', ?, sha2(?, 256), ?, ?)",
        name,
        now,
        name,
        now,
        now.plus(Duration.ofDays(365)));
    return DATABASE.number("select max(id) from agent");
  }

  private long operator(String email, int hour, int wanted) {
    String zone = ZoneOffset.ofHours((wanted - hour + 36) % 24 - 12).getId();
    DATABASE.write(
        "insert into member (version, tenant_id, login, email, display_name, password_hash, role,"
            + " state, created_at, zone) values (0, ?, ?, ?, 'O', '', 'OPERATOR', 'OPEN', ?, ?)",
        Tenants.LENDER,
        email,
        email,
        DATABASE.clock().instant(),
        zone);
    return DATABASE.number("select max(id) from member");
  }

  private List<String> subjects(String receiver) {
    return server.taken().stream()
        .filter(mail -> isTo(mail, receiver))
        .map(ProblemMailsIT::subject)
        .toList();
  }

  private MimeMessage mailTo(String receiver) {
    return server.taken().stream().filter(mail -> isTo(mail, receiver)).findFirst().orElseThrow();
  }

  private static boolean isTo(MimeMessage mail, String receiver) {
    try {
      return mail.getRecipients(Message.RecipientType.TO)[0].toString().contains(receiver);
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
