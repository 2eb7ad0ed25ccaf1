package org.yuzuri.portal.access.stepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.shiro.session.Session;
import org.apache.shiro.session.mgt.SimpleSession;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.access.ActorKind;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.login.Subjects;
import org.yuzuri.portal.platform.ProblemException;

class StepUpTest {

  private final MutableClock clock =
      MutableClock.of(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
  private final StepUp stepUp = new StepUp(new CurrentSubject(), clock);
  private final Session session = new SimpleSession();

  @Test
  void memberIsAskedUntilItProvesItselfAndAgainTenMinutesLater() {
    assertAsked(7, session);

    as(7, session, stepUp::proved);

    as(7, session, stepUp::check);
    clock.add(Duration.ofMinutes(10).minusMillis(1));
    as(7, session, stepUp::check);
    clock.add(Duration.ofMillis(1));
    assertAsked(7, session);
  }

  @Test
  void proofHoldsForItsSessionAndItsMemberOnly() {
    as(7, session, stepUp::proved);

    assertAsked(7, new SimpleSession());
    assertAsked(8, session);
    assertAsked(70, session);
  }

  @Test
  void portalAndDaemonsAreNotAsked() {
    AsSystem asSystem = new AsSystem();

    assertThatCode(() -> asSystem.run("a timer", stepUp::check)).doesNotThrowAnyException();
    assertThatCode(() -> asSystem.run(Actor.agent(3, "gateway"), stepUp::check))
        .doesNotThrowAnyException();
    assertThatCode(() -> asSystem.runFor(2, "a job", stepUp::check)).doesNotThrowAnyException();
    assertThatThrownBy(() -> asSystem.run(new Actor(ActorKind.MEMBER, 7, "mika"), stepUp::check))
        .isInstanceOf(ProblemException.class);
  }

  private void assertAsked(long member, Session held) {
    assertThatThrownBy(() -> as(member, held, stepUp::check))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(StepUpProblem.STEP_UP_NEEDED));
  }

  private static void as(long member, Session held, Runnable work) {
    Subjects.as(
        2,
        Role.ORDERER,
        member,
        held,
        () -> {
          work.run();
          return "";
        });
  }
}
