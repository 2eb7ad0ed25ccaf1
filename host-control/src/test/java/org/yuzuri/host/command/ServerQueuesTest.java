package org.yuzuri.host.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ServerQueuesTest {

  private final List<String> ran = new CopyOnWriteArrayList<>();

  @Test
  void tasksOfOneServerWaitForEachOtherAndNotForOtherServers() throws InterruptedException {
    CountDownLatch slow = new CountDownLatch(1);
    try (ServerQueues queues = new ServerQueues(2)) {
      queues.add(
          1,
          () -> {
            await().until(() -> slow.await(5, TimeUnit.SECONDS));
            ran.add("1a");
          });
      queues.add(1, () -> ran.add("1b"));
      queues.add(2, () -> ran.add("2a"));

      await().untilAsserted(() -> assertThat(ran).containsExactly("2a"));
      slow.countDown();
      await().untilAsserted(() -> assertThat(ran).containsExactly("2a", "1a", "1b"));
    }
  }

  @Test
  void serverGoesOnAfterATaskThatThrew() {
    try (ServerQueues queues = new ServerQueues(1)) {
      queues.add(1, () -> ran.add("before"));
      queues.add(1, ServerQueuesTest::fail);
      queues.add(1, () -> ran.add("after"));

      // What a task throws ends its thread; Awaitility would take that for this test's failure.
      await()
          .dontCatchUncaughtExceptions()
          .untilAsserted(() -> assertThat(ran).containsExactly("before", "after"));
    }
  }

  private static void fail() {
    throw new IllegalStateException("expected in this test");
  }
}
