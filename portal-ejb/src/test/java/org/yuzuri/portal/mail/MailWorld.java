package org.yuzuri.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.mail.letter.Letter;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.mail.letter.Recipient;
import org.yuzuri.portal.mail.smtp.MailServer;
import org.yuzuri.portal.mail.smtp.MailSettings;
import org.yuzuri.portal.mail.smtp.ScriptedMailServer;
import org.yuzuri.portal.mail.smtp.SmtpServer;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.Portal;
import org.yuzuri.portal.platform.PortalDatabase;

/** The outbox on a real database, and a real mail server behind it. */
abstract class MailWorld {

  static final PostedMail POST = new PostedMail();
  static final PortalDatabase DATABASE =
      PortalDatabase.shared().with(Portal.standIn(MailServer.class, POST));

  final ScriptedMailServer server = new ScriptedMailServer(SmtpServer.Security.STARTTLS);
  final String mark = UUID.randomUUID().toString().substring(0, 8);
  final String ann = "ann-" + mark + "@example.org";
  final MailTimer timer = timer();

  @BeforeEach
  void beginEmpty() {
    DATABASE.asPortal(
        w -> w.get(EntityManager.class).createQuery("delete from OutgoingMail").executeUpdate());
    POST.goBy(MailSettings.of(server.environment("localhost")));
    POST.afterwards(UnaryOperator.identity());
  }

  @AfterEach
  void end() {
    DATABASE.asPortal(
        w -> w.get(EntityManager.class).createQuery("delete from OutgoingMail").executeUpdate());
    server.close();
  }

  Letter reset(String what) {
    return new Letter(MailKind.PASSWORD_RESET, to("Ann"), mark + "/" + what, resetValues());
  }

  static Map<String, String> resetValues() {
    return Map.of("link", "/forgotten.xhtml?token=abc-DEF", "until", "2026-04-01T12:00:00Z");
  }

  static Map<String, String> orderValues() {
    return Map.of("order", "7", "link", "/order/view.xhtml?id=7");
  }

  Recipient to(String name) {
    return new Recipient(null, ann, name, "en", "Asia/Tokyo");
  }

  static void send(Letter letter) {
    DATABASE.asPortal(
        w -> {
          w.get(Mails.class).send(letter);
          return w;
        });
  }

  @SuppressWarnings("UnnecessaryAssignment") // no container holds timers here: wired by hand
  static MailTimer timer() {
    MailTimer timer = new MailTimer();
    timer.asSystem = new AsSystem();
    timer.server = POST;
    timer.mails = DATABASE.asPortal(w -> w.get(MailSendingService.class));
    return timer;
  }

  /** As the timer does it, and left at what the portal's death leaves. */
  static void asSystem(Consumer<MailSendingService> work) {
    MailSendingService service = DATABASE.asPortal(w -> w.get(MailSendingService.class));
    assertThatThrownBy(() -> new AsSystem().run("mail", () -> work.accept(service)))
        .hasRootCauseMessage("killed");
  }

  static <T> T asOperator(Function<Portal, T> work) {
    return DATABASE.as(Tenants.LENDER, Role.OPERATOR, work);
  }

  static MailView view() {
    return asOperator(w -> w.get(MailService.class).view(id()));
  }

  static List<MailRow> rows() {
    return asOperator(w -> w.get(MailService.class).list(ListFilter.none(), PageRequest.first(100)))
        .rows();
  }

  static MailState state() {
    return rows().get(0).state();
  }

  static long id() {
    return DATABASE.asPortal(
        w ->
            w.get(EntityManager.class)
                .createQuery("select max(m.id) from OutgoingMail m", Long.class)
                .getSingleResult());
  }

  static List<?> storedValues() {
    return DATABASE.asPortal(
        w ->
            w.get(EntityManager.class)
                .createNativeQuery("select letter_values from mail")
                .getResultList());
  }

  static String text(MimeMessage mail) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
  }

  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
