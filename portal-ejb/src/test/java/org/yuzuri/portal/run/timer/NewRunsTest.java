package org.yuzuri.portal.run.timer;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.run.RunBegun;

@SuppressWarnings("UnnecessaryAssignment") // no container here: wired by hand
class NewRunsTest {

  private final List<String> done = new ArrayList<>();
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final NewRuns fresh = new NewRuns();
  private boolean takesWork = true;
  private boolean stumbles;

  @BeforeEach
  void wire() {
    fresh.asSystem = new AsSystem();
    fresh.executor = byHand();
    fresh.runs =
        new RunService() {
          @Override
          public void advance(long id) {
            done.add("advance " + id);
            if (stumbles) {
              throw new IllegalStateException("of the test");
            }
          }

          @Override
          public void stumbled(long id) {
            done.add("put off " + id);
          }
        };
  }

  @Test
  void runThatHasBegunIsMovedButNotByWhoBeganIt() {
    fresh.begun(new RunBegun(7));
    assertThat(done).isEmpty();

    tasks.remove().run();

    assertThat(done).containsExactly("advance 7");
  }

  @Test
  void runThatThePortalFailsAtIsPutOff() {
    stumbles = true;
    fresh.begun(new RunBegun(7));

    tasks.remove().run();

    assertThat(done).containsExactly("advance 7", "put off 7");
  }

  @Test
  void whoBeganARunHearsNothingOfItWhenThereIsNoThreadForIt() {
    takesWork = false;

    fresh.begun(new RunBegun(7));

    assertThat(done).isEmpty();
  }

  private ManagedExecutorService byHand() {
    return (ManagedExecutorService)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ManagedExecutorService.class},
            (proxy, method, arguments) -> {
              if (!takesWork) {
                throw new RejectedExecutionException("the container is ending");
              }
              tasks.add((Runnable) arguments[0]);
              return null;
            });
  }
}
