package org.yuzuri.portal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {

  private final List<String> seen = new ArrayList<>();

  @Test
  void workThatThrowsIsPutOffAndDoesNotStopTheTimer() {
    Attempts.run("transfer", 1, id -> broken(), id -> seen.add("put off " + id));
    Attempts.run("transfer", 2, id -> seen.add("done " + id), id -> seen.add("put off " + id));

    assertThat(seen).containsExactly("put off 1", "done 2");
  }

  @Test
  void itemThatCannotEvenBePutOffDoesNotStopTheTimer() {
    Attempts.run("transfer", 1, id -> broken(), id -> broken());
    Attempts.run("transfer", 2, id -> seen.add("done " + id), id -> broken());

    assertThat(seen).containsExactly("done 2");
  }

  @Test
  void tickThatThrowsDoesNotReachTheContainer() {
    Attempts.tick("nothing was done; tried again in a minute", AttemptsTest::broken);
    Attempts.tick("nothing was done; tried again in a minute", () -> seen.add("next tick"));

    assertThat(seen).containsExactly("next tick");
  }

  private static void broken() {
    throw new IllegalStateException("on purpose");
  }
}
