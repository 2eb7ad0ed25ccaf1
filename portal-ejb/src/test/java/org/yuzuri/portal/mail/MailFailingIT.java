package org.yuzuri.portal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.mail.letter.Letter;
import org.yuzuri.portal.mail.letter.MailKind;
import org.yuzuri.portal.mail.smtp.MailSettings;

/** Mails that nobody takes at first, or at all. */
class MailFailingIT extends MailWorld {

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
}
