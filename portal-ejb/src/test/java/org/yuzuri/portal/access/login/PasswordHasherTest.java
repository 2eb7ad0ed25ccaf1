package org.yuzuri.portal.access.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.shiro.authc.credential.PasswordService;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.platform.ProblemException;

class PasswordHasherTest {

  private static final int TOGETHER = PasswordHasher.AT_A_TIME + PasswordHasher.MOST_WAITING;

  private final Semaphore running = new Semaphore(0);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final PasswordHasher hasher =
      new PasswordHasher(
          new PasswordService() {
            @Override
            public String encryptPassword(Object password) {
              return "hash";
            }

            @Override
            public boolean passwordsMatch(Object password, String hash) {
              running.release();
              try {
                return goOn.await(1, TimeUnit.MINUTES);
              } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return false;
              }
            }
          });

  @Test
  void whatIsMoreThanMayWaitIsRefusedAtOnceAndTheOthersHaveTheirTurn() throws Exception {
    int callers = 3 * TOGETHER;
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      List<Callable<Boolean>> calls = new ArrayList<>();
      Semaphore refused = new Semaphore(0);
      for (int i = 0; i < callers; i++) {
        calls.add(
            () -> {
              try {
                return hasher.matches("password", "hash");
              } catch (ProblemException busy) {
                refused.release();
                assertThat(busy.code()).isEqualTo(AccessProblem.PASSWORDS_BUSY);
                return false;
              }
            });
      }
      List<Future<Boolean>> answers = new ArrayList<>();
      calls.forEach(call -> answers.add(threads.submit(call)));

      assertThat(refused.tryAcquire(callers - TOGETHER, 1, TimeUnit.MINUTES)).isTrue();
      assertThat(running.tryAcquire(PasswordHasher.AT_A_TIME, 1, TimeUnit.MINUTES)).isTrue();
      assertThat(running.availablePermits()).as("more than a few run").isZero();
      assertThatThrownBy(() -> hasher.hash("password")).hasMessageContaining("PASSWORDS_BUSY");
      goOn.countDown();

      int judged = 0;
      for (Future<Boolean> answer : answers) {
        judged += answer.get(1, TimeUnit.MINUTES) ? 1 : 0;
      }
      assertThat(judged).isEqualTo(TOGETHER);
      assertThat(hasher.hash("password")).isEqualTo("hash");
    } finally {
      goOn.countDown();
      threads.shutdownNow();
    }
  }
}
