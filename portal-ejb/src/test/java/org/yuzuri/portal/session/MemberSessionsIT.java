package org.yuzuri.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(ids).extracting(sessions::state).containsOnly(SessionState.LIVE);

    ids.addAll(begin(1));

    assertThat(sessions.state(ids.get(0))).isEqualTo(SessionState.REPLACED);
    assertThat(ids.subList(1, 11)).extracting(sessions::state).containsOnly(SessionState.LIVE);
    assertThat(sessions.state(other)).isEqualTo(SessionState.LIVE);
  }

  @Test
  void sessionThatEndedMakesRoom() {
    List<Long> ids = begin(10);
    sessions.end(ids.get(4));
    sessions.end(ids.get(4));

    begin(1);

    assertThat(sessions.state(ids.get(4))).isEqualTo(SessionState.UNKNOWN);
    assertThat(sessions.state(ids.get(0))).isEqualTo(SessionState.LIVE);
  }

  @Test
  void logInsAtTheSameMomentAreCountedTogether() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      List<Future<Long>> begun = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        begun.add(people.submit(() -> sessions.begin(member)));
      }
      List<SessionState> states = new ArrayList<>();
      for (Future<Long> one : begun) {
        one.get();
      }
      for (Future<Long> one : begun) {
        states.add(sessions.state(one.get()));
      }

      assertThat(states).filteredOn(SessionState.LIVE::equals).hasSize(10);
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

    assertThat(sessions.state(old)).isEqualTo(SessionState.UNKNOWN);
    assertThat(sessions.state(young)).isEqualTo(SessionState.LIVE);
  }

  private List<Long> begin(int number) {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      ids.add(sessions.begin(member));
    }
    return ids;
  }
}
