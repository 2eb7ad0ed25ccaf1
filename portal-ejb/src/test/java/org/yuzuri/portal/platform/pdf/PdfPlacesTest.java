package org.yuzuri.portal.platform.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.platform.ProblemException;

class PdfPlacesTest {

  private final ExecutorService people = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    people.shutdownNow();
  }

  @Test
  void whoFindsNoPlaceIsToldToComeAgainAndDoesNoWork() throws Exception {
    PdfPlaces places = new PdfPlaces(2, 4, Duration.ZERO);
    CountDownLatch taken = new CountDownLatch(2);
    CountDownLatch done = new CountDownLatch(1);
    List<Future<String>> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(people.submit(() -> places.make(() -> waitFor(taken, done))));
    }
    assertThat(taken.await(30, TimeUnit.SECONDS)).isTrue();
    AtomicInteger made = new AtomicInteger();

    assertThatThrownBy(() -> places.make(made::incrementAndGet))
        .isInstanceOfSatisfying(
            ProblemException.class, busy -> assertThat(busy.code().kind().status()).isEqualTo(503));

    assertThat(made).hasValue(0);
    done.countDown();
    for (Future<String> each : both) {
      assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo("made");
    }
    assertThat(places.make(made::incrementAndGet)).isEqualTo(1);
  }

  @Test
  void manyAtOnceAreAllMadeAndNeverMoreThanTwoTogether() throws Exception {
    PdfPlaces places = new PdfPlaces(2, 38, Duration.ofSeconds(60));
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      all.add(
          people.submit(
              () ->
                  places.make(
                      () -> {
                        most.accumulateAndGet(now.incrementAndGet(), Math::max);
                        return now.getAndDecrement();
                      })));
    }
    for (Future<Integer> each : all) {
      each.get(60, TimeUnit.SECONDS);
    }
    assertThat(most.get()).isBetween(1, 2);
  }

  /**
   * It waits for hours if need be: an answer that comes is not one that a place became free for.
   */
  @Test
  void whoFindsSeveralWaitingIsToldAtOnce() throws Exception {
    PdfPlaces places = new PdfPlaces(1, 2, Duration.ofHours(5));
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    List<Future<String>> others = new ArrayList<>();
    others.add(people.submit(() -> places.make(() -> waitFor(taken, done))));
    assertThat(taken.await(30, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < 2; i++) {
      others.add(people.submit(() -> places.make(() -> "made")));
    }
    while (places.countWaiting() < 2) {
      Thread.onSpinWait();
    }

    assertThatThrownBy(() -> places.make(() -> "made")).hasMessageContaining("PDFS_BUSY");

    done.countDown();
    for (Future<String> each : others) {
      assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo("made");
    }
    assertThat(places.make(() -> "made")).isEqualTo("made");
  }

  @Test
  void whatFailsLeavesItsPlace() {
    PdfPlaces places = new PdfPlaces(1, 4, Duration.ZERO);

    assertThatThrownBy(
            () ->
                places.make(
                    () -> {
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");

    assertThat(places.make(() -> "made")).isEqualTo("made");
  }

  private static String waitFor(CountDownLatch taken, CountDownLatch done) {
    taken.countDown();
    try {
      return done.await(30, TimeUnit.SECONDS) ? "made" : "late";
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return "stopped";
    }
  }
}
