package org.yuzuri.portal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.shiro.session.mgt.SimpleSession;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.access.login.Subjects;
import org.yuzuri.portal.platform.PortalDatabase;
import org.yuzuri.portal.platform.ProblemException;

/** How many sessions a member has, on a real database. */
class MemberSessionsIT {

  private static final Origin ORIGIN = Origin.of("192.0.2.7", "Mozilla/5.0 (X11; Linux x86_64)");

  private final PortalDatabase database = PortalDatabase.shared();
  private final MemberSessions sessions = database.asPortal(w -> w.get(MemberSessions.class));
  private final long member = new SecureRandom().nextLong(1L << 40);

  @Test
  void eleventhSessionTakesThePlaceOfTheOldest() {
    List<Long> ids = begin(10);
    long other = sessions.begin(member + 1, ORIGIN);
    assertThat(ids).extracting(this::state).containsOnly(State.LIVE);

    ids.addAll(begin(1));

    assertThat(state(ids.get(0))).isEqualTo(State.REPLACED);
    assertThat(ids.subList(1, 11)).extracting(this::state).containsOnly(State.LIVE);
    assertThat(state(other)).isEqualTo(State.LIVE);
  }

  @Test
  void sessionThatEndedMakesRoom() {
    List<Long> ids = begin(10);
    sessions.end(ids.get(4));
    sessions.end(ids.get(4));

    begin(1);

    assertThat(state(ids.get(4))).isEqualTo(State.UNKNOWN);
    assertThat(state(ids.get(0))).isEqualTo(State.LIVE);
  }

  @Test
  void logInsAtTheSameMomentAreCountedTogether() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      List<Future<Long>> begun = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        begun.add(people.submit(() -> sessions.begin(member, ORIGIN)));
      }
      List<State> states = new ArrayList<>();
      for (Future<Long> one : begun) {
        one.get();
      }
      for (Future<Long> one : begun) {
        states.add(state(one.get()));
      }

      assertThat(states).filteredOn(State.LIVE::equals).hasSize(10);
    } finally {
      people.shutdownNow();
    }
  }

  @Test
  void sessionThatNobodyEndedIsForgottenAfterADay() {
    long old = begin(1).get(0);
    database.clock().add(Duration.ofHours(23));
    long young = begin(1).get(0);
    database.clock().add(Duration.ofHours(2));

    database.asPortal(
        w -> {
          w.get(MemberSessionService.class).forgetOld();
          return w;
        });

    assertThat(state(old)).isEqualTo(State.UNKNOWN);
    assertThat(state(young)).isEqualTo(State.LIVE);
  }

  @Test
  void memberSeesItsOwnSessionsAndEndsThem() {
    List<Long> ids = begin(3);
    long strangers = sessions.begin(member + 1, ORIGIN);
    sessions.seen(ids.get(0));

    List<SessionView> seen = own(OwnSessionService::list);
    assertThat(seen)
        .extracting(SessionView::id)
        .containsExactly(ids.get(2), ids.get(1), ids.get(0));
    assertThat(seen).extracting(SessionView::origin).containsOnly(ORIGIN);
    assertThat(seen.get(2).seenAt()).isEqualTo(database.clock().instant());
    assertThat(seen.get(1).seenAt()).isNull();

    own(service -> end(service, ids.get(1)));
    assertThat(own(OwnSessionService::list))
        .extracting(SessionView::id)
        .containsExactly(ids.get(2), ids.get(0));
    for (long id : new long[] {strangers, ids.get(1), Long.MAX_VALUE}) {
      assertThatThrownBy(() -> own(service -> end(service, id)))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("NOT_FOUND");
    }
    own(
        service -> {
          service.endOthers(ids.get(0));
          return "";
        });
    assertThat(own(OwnSessionService::list))
        .extracting(SessionView::id)
        .containsExactly(ids.get(0));
    assertThat(state(strangers)).isEqualTo(State.LIVE);
  }

  private static String end(OwnSessionService service, long id) {
    service.end(id);
    return "";
  }

  private <T> T own(Function<OwnSessionService, T> work) {
    return Subjects.as(
        Tenants.LENDER,
        Role.OPERATOR,
        member,
        new SimpleSession(),
        () -> work.apply(database.asPortal(w -> w.get(OwnSessionService.class))));
  }

  private enum State {
    LIVE,
    REPLACED,
    UNKNOWN
  }

  private State state(long id) {
    MemberSession found =
        database.asPortal(w -> w.get(EntityManager.class).find(MemberSession.class, id));
    if (found == null) {
      return State.UNKNOWN;
    }
    return found.isReplaced() ? State.REPLACED : State.LIVE;
  }

  private List<Long> begin(int number) {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      ids.add(sessions.begin(member, ORIGIN));
    }
    return ids;
  }
}
