package org.yuzuri.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.mail.smtp.MailSettings;
import org.yuzuri.portal.platform.ProblemException;

/** What is told once, and what becomes of a one-time link. */
class MailSendingIT extends MailWorld {

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
}
