package org.yuzuri.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.platform.PortalDatabase;

/** How many sessions a member has, on a real database. */
class MemberSessionsIT {

  private final PortalDatabase database = PortalDatabase.shared();
  private final MemberSessions sessions = database.asPortal(w -> w.get(MemberSessions.class));
  private final long member = new SecureRandom().nextLong(1L << 40);

  @Test
  void eleventhSessionTakesThePlaceOfTheOldest() {
    List<Long> ids = begin(10);
    long other = sessions.begin(member + 1);
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
        begun.add(people.submit(() -> sessions.begin(member)));
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
      ids.add(sessions.begin(member));
    }
    return ids;
  }
}
