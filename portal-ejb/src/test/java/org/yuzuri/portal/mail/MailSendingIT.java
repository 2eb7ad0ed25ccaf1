package org.yuzuri.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.shiro.authz.UnauthorizedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.yuzuri.portal.platform.ProblemException;

/** The outbox on a real database, and a real mail server behind it. */
class MailSendingIT {

  private static final PostedMail POST = new PostedMail();
  private static final PortalDatabase DATABASE =
      PortalDatabase.shared().with(Portal.standIn(MailServer.class, POST));

  private final ScriptedMailServer server = new ScriptedMailServer(SmtpServer.Security.STARTTLS);
  private final String mark = UUID.randomUUID().toString().substring(0, 8);
  private final String ann = "ann-" + mark + "@example.org";
  private final MailTimer timer = timer();

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

  @Test
  void mailIsSentOnceAndItsOneTimeLinkForgotten() throws Exception {
    send(reset("one"));
    assertThat(state()).isEqualTo(MailState.QUEUED);

    timer.run();
    timer.run();

    assertThat(server.taken()).hasSize(1);
    assertThat(text(server.taken().get(0)))
        .contains("https://portal.example.org/forgotten.xhtml?token=abc-DEF");
    assertThat(state()).isEqualTo(MailState.SENT);
    assertThat(storedValues()).containsOnlyNulls();
  }

  @Test
  void oneTimeLinkIsNotReadableInTheDatabase() {
    send(reset("one"));

    assertThat(new String((byte[]) storedValues().get(0), StandardCharsets.ISO_8859_1))
        .doesNotContain("token", "abc-DEF");
  }

  @Test
  void sameKeyIsToldOnce() {
    send(reset("one"));
    send(reset("one"));
    timer.run();
    send(reset("one"));
    timer.run();

    assertThat(server.taken()).hasSize(1);
  }

  @Test
  void whatIsRolledBackIsNotTold() {
    assertThatThrownBy(
            () ->
                DATABASE.asPortal(
                    w -> {
                      w.get(Mails.class).send(reset("one"));
                      throw ProblemException.notFound("lease", 1);
                    }))
        .isInstanceOf(ProblemException.class);

    timer.run();

    assertThat(rows()).isEmpty();
    assertThat(server.taken()).isEmpty();
  }

  @Test
  void refusedReceiverFailsAtOnce() {
    server.answer(ann, 550);
    send(reset("one"));

    timer.run();
    DATABASE.clock().add(Duration.ofDays(1));
    timer.run();

    assertThat(state()).isEqualTo(MailState.FAILED);
    assertThat(rows().get(0).lastError()).startsWith("550");
    assertThat(server.receivers()).containsExactly(ann);
  }

  @Test
  void whatIsDelayedIsTriedAfterAMinuteThenTwo() {
    server.answer(ann, 451);
    send(reset("one"));
    timer.run();
    timer.run();
    assertThat(server.receivers()).hasSize(1);
    assertThat(rows().get(0).lastError()).startsWith("451");

    DATABASE.clock().add(Duration.ofMinutes(1));
    timer.run();
    DATABASE.clock().add(Duration.ofMinutes(1));
    timer.run();
    assertThat(server.receivers()).hasSize(2);

    server.takeEverything();
    DATABASE.clock().add(Duration.ofMinutes(1));
    timer.run();
    assertThat(server.taken()).hasSize(1);
    assertThat(state()).isEqualTo(MailState.SENT);
    assertThat(rows().get(0).lastError()).isNull();
  }

  @Test
  void afterThreeDaysItIsGivenUp() {
    server.answer(ann, 451);
    send(reset("one"));
    Instant begun = DATABASE.clock().instant();
    List<Duration> pauses = new ArrayList<>();
    while (state() == MailState.QUEUED) {
      timer.run();
      Duration pause = Duration.between(DATABASE.clock().instant(), rows().get(0).nextTryAt());
      pauses.add(pause);
      DATABASE.clock().add(pause);
    }

    assertThat(state()).isEqualTo(MailState.FAILED);
    assertThat(pauses).startsWith(Duration.ofMinutes(1), Duration.ofMinutes(2));
    assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofHours(6)) <= 0);
    assertThat(Duration.between(begun, rows().get(0).endedAt()))
        .isBetween(Duration.ofDays(2), Duration.ofDays(3));
  }

  @Test
  void whatHasLostItsMeaningIsNotSent() {
    Instant until = DATABASE.clock().instant().plus(Duration.ofHours(1));
    send(new Letter(MailKind.PASSWORD_RESET, to("Ann"), mark, resetValues(), until));
    DATABASE.clock().add(Duration.ofHours(1));

    timer.run();

    assertThat(state()).isEqualTo(MailState.FAILED);
    assertThat(rows().get(0).lastError()).isEqualTo("TOO_OLD");
    assertThat(server.receivers()).isEmpty();
  }

  @Test
  void whenThePortalDiesInBetweenTheSecondMailIsKnownAsTheSame() throws Exception {
    send(reset("one"));
    POST.afterwards(
        delivery -> {
          throw new UncheckedIOException(new IOException("killed"));
        });
    asSystem(service -> service.send(id()));
    assertThat(server.taken()).hasSize(1);
    assertThat(state()).isEqualTo(MailState.QUEUED);

    POST.afterwards(UnaryOperator.identity());
    timer.run();
    timer.run();

    assertThat(server.taken()).hasSize(2);
    assertThat(server.taken().get(0).getMessageID())
        .isNotBlank()
        .isEqualTo(server.taken().get(1).getMessageID());
    assertThat(state()).isEqualTo(MailState.SENT);
  }

  @Test
  void twoNodesNeverSendTheSame() throws Exception {
    send(reset("one"));
    CountDownLatch sending = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    POST.afterwards(
        delivery -> {
          sending.countDown();
          await(goOn);
          return delivery;
        });
    ExecutorService nodes = Executors.newFixedThreadPool(1);
    try {
      Future<?> first = nodes.submit(timer::run);
      await(sending);

      timer.run(); // the second node, while the first one waits for its own note
      goOn.countDown();
      first.get(30, TimeUnit.SECONDS);
      timer.run();

      assertThat(server.taken()).hasSize(1);
      assertThat(state()).isEqualTo(MailState.SENT);
    } finally {
      goOn.countDown();
      nodes.shutdownNow();
    }
  }

  @Test
  void poisonedMailStopsNoOther() {
    send(reset("one"));
    DATABASE.asPortal(
        w ->
            w.get(EntityManager.class)
                .createNativeQuery("update mail set letter_values = x'00'")
                .executeUpdate());
    send(reset("two"));

    timer.run();

    assertThat(server.taken()).hasSize(1);
    assertThat(rows()).extracting(MailRow::state).contains(MailState.QUEUED, MailState.SENT);
    assertThat(rows()).extracting(MailRow::lastError).contains("PORTAL_ERROR");
    timer.run();
    assertThat(rows()).extracting(MailRow::tries).containsExactlyInAnyOrder(0, 1);

    DATABASE.clock().add(Duration.ofDays(3));
    timer.run();
    assertThat(rows())
        .extracting(MailRow::state)
        .containsExactlyInAnyOrder(MailState.FAILED, MailState.SENT);
  }

  @Test
  void withoutMailServerMailsStayQueuedHoweverLong() {
    POST.goBy(MailSettings.of(Map.of()));
    send(reset("one"));
    DATABASE.clock().add(Duration.ofDays(10));

    timer.run();

    assertThat(state()).isEqualTo(MailState.QUEUED);
  }

  @Test
  void operatorHasAFailedMailTriedAgain() {
    server.answer(ann, 550);
    send(reset("one"));
    timer.run();
    server.takeEverything();
    DATABASE.clock().add(Duration.ofDays(5));

    asOperator(
        w -> {
          w.get(MailService.class).tryAgain(id());
          w.get(MailService.class).tryAgain(id());
          return w;
        });
    timer.run();

    assertThat(server.taken()).hasSize(1);
    asOperator(
        w -> {
          w.get(MailService.class).tryAgain(id());
          return w;
        });
    timer.run();
    assertThat(server.taken()).hasSize(1);
  }

  @Test
  void wordsThatOpenSomethingAreShownInADemoOnly() {
    send(reset("one"));
    assertThat(view().text()).isNull();
    assertThat(view().link()).isNull();

    POST.goBy(
        MailSettings.of(
            Map.of(
                "PORTAL_MAIL_SHOWN", "true",
                "PORTAL_URL", "http://localhost:8080",
                "PORTAL_PLAIN_HTTP", "true")));

    assertThat(view().text()).contains("http://localhost:8080/forgotten.xhtml?token=abc-DEF");
    assertThat(view().link()).isEqualTo("http://localhost:8080/forgotten.xhtml?token=abc-DEF");
  }

  @Test
  void wordsThatOpenNothingAreShown() {
    send(new Letter(MailKind.ORDER_FAILED, to("Ann"), mark, orderValues()));

    assertThat(view().text()).contains("Hello Ann,");
  }

  @Test
  void anotherTenantsMemberSeesNoMail() {
    send(new Letter(MailKind.ORDER_FAILED, to("Ann"), mark, orderValues()));
    long tenant = DATABASE.newTenant("Mail");

    for (Role role : List.of(Role.VIEWER, Role.ORDERER, Role.TENANT_ADMIN)) {
      assertThatThrownBy(() -> DATABASE.as(tenant, role, w -> w.get(MailService.class).view(id())))
          .isInstanceOf(UnauthorizedException.class);
    }
  }

  @Test
  void oldMailsAreForgottenAndWaitingOnesKept() {
    send(reset("one"));
    timer.run();
    POST.goBy(MailSettings.of(Map.of()));
    send(reset("two"));
    DATABASE.clock().add(Duration.ofDays(89));
    timer.forgetOld();
    assertThat(rows()).hasSize(2);

    DATABASE.clock().add(Duration.ofDays(2));
    timer.forgetOld();

    assertThat(rows()).extracting(MailRow::state).containsExactly(MailState.QUEUED);
  }

  private Letter reset(String what) {
    return new Letter(MailKind.PASSWORD_RESET, to("Ann"), mark + "/" + what, resetValues());
  }

  private static Map<String, String> resetValues() {
    return Map.of("link", "/forgotten.xhtml?token=abc-DEF", "until", "2026-04-01T12:00:00Z");
  }

  private static Map<String, String> orderValues() {
    return Map.of("order", "7", "link", "/order/view.xhtml?id=7");
  }

  private Recipient to(String name) {
    return new Recipient(null, ann, name, "en", "Asia/Tokyo");
  }

  private static void send(Letter letter) {
    DATABASE.asPortal(
        w -> {
          w.get(Mails.class).send(letter);
          return w;
        });
  }

  @SuppressWarnings("UnnecessaryAssignment") // no container holds timers here: wired by hand
  private static MailTimer timer() {
    MailTimer timer = new MailTimer();
    timer.asSystem = new AsSystem();
    timer.server = POST;
    timer.mails = DATABASE.asPortal(w -> w.get(MailSendingService.class));
    return timer;
  }

  /** As the timer does it, and left at what the portal's death leaves. */
  private static void asSystem(Consumer<MailSendingService> work) {
    MailSendingService service = DATABASE.asPortal(w -> w.get(MailSendingService.class));
    assertThatThrownBy(() -> new AsSystem().run("mail", () -> work.accept(service)))
        .hasRootCauseMessage("killed");
  }

  private static <T> T asOperator(Function<Portal, T> work) {
    return DATABASE.as(Tenants.LENDER, Role.OPERATOR, work);
  }

  private static MailView view() {
    return asOperator(w -> w.get(MailService.class).view(id()));
  }

  private static List<MailRow> rows() {
    return asOperator(w -> w.get(MailService.class).list(ListFilter.none(), PageRequest.first(100)))
        .rows();
  }

  private static MailState state() {
    return rows().get(0).state();
  }

  private static long id() {
    return DATABASE.asPortal(
        w ->
            w.get(EntityManager.class)
                .createQuery("select max(m.id) from OutgoingMail m", Long.class)
                .getSingleResult());
  }

  private static List<?> storedValues() {
    return DATABASE.asPortal(
        w ->
            w.get(EntityManager.class)
                .createNativeQuery("select letter_values from mail")
                .getResultList());
  }

  private static String text(MimeMessage mail) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
