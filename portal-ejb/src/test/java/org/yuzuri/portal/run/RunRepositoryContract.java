package org.yuzuri.portal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.run.state.RunEvent;
import org.yuzuri.portal.run.step.StepEvent;
import org.yuzuri.portal.run.step.StepState;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.world.Place;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Sha256;

/** What the engine expects of a place for runs, whether it is the database or memory. */
public interface RunRepositoryContract {

  Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
  Sha256 KEY = Sha256.ofText("a key");

  Place place();

  @Test
  default void runIsFoundByItsOwnFenceAndByNoOther() {
    Place place = place();
    Fence fence = new Fence(place.newServer(), 0, 7);
    long id = begin(place, fence, BEGIN);

    assertThat(
            RunRepositoryContract.<Object>in(place, runs -> runs.findByFence(fence).orElseThrow()))
        .isEqualTo(id);
    for (Fence other :
        List.of(
            new Fence(fence.serverId(), 0, 6),
            new Fence(fence.serverId(), 0, 8),
            new Fence(fence.serverId(), 3, 7),
            new Fence(fence.serverId() + 1000, 0, 7))) {
      assertThat(RunRepositoryContract.<Object>in(place, runs -> runs.findByFence(other).isEmpty()))
          .isEqualTo(true);
    }
    assertThat(running(place, fence)).containsExactly(id);
    end(place, id);
    assertThat(running(place, fence)).isEmpty();
  }

  @Test
  default void whatARunKeepsIsReadBack() {
    Place place = place();
    long id = begin(place, new Fence(place.newServer(), 0, 1), BEGIN);

    in(
        place,
        runs -> {
          Run run = runs.findLocked(id).orElseThrow();
          run.saw("SOMETHING", BEGIN.plusSeconds(1));
          run.shownKey().take(KEY, BEGIN.plusSeconds(1));
          run.shownKey().trust(BEGIN.plusSeconds(2));
          run.current().say("half-way");
          return run.completeStep(cause(BEGIN.plusSeconds(2)));
        });

    Run run = in(place, runs -> touched(runs.find(id).orElseThrow()));
    assertThat(run.kind()).isEqualTo("TRIAL");
    assertThat(run.seenAt("SOMETHING")).contains(BEGIN.plusSeconds(1));
    assertThat(run.shownKey().fingerprint()).contains(KEY);
    assertThat(run.shownKey().at()).isEqualTo(BEGIN.plusSeconds(1));
    assertThat(run.shownKey().take(Sha256.ofText("another"), BEGIN.plusSeconds(3))).isFalse();
    assertThat(run.steps().get(0).state()).isEqualTo(StepState.SUCCEEDED);
    assertThat(run.steps().get(0).message()).isEqualTo("half-way");
    assertThat(run.steps().get(0).endedAt()).isEqualTo(BEGIN.plusSeconds(2));
    assertThat(run.current().name()).isEqualTo("SECOND");
    assertThat(run.failure()).isNull();
    end(place, id);
  }

  @Test
  default void runsAreDueInTheirTimeAndNotAfterTheirEnd() {
    Place place = place();
    long early =
        begin(place, new Fence(place.newServer(), 0, 1), BEGIN.minus(Duration.ofDays(400)));
    long late = begin(place, new Fence(place.newServer(), 0, 1), BEGIN.plusSeconds(60));
    Instant now = BEGIN.plusSeconds(59);

    assertThat(due(place, now)).contains(early).doesNotContain(late);

    end(place, early);
    assertThat(due(place, now)).doesNotContain(early);
    end(place, late);
  }

  @Test
  default void runThatIsDueLongestComesFirst() {
    Place place = place();
    Instant end = BEGIN.minus(Duration.ofDays(4000));
    long second = begin(place, new Fence(place.newServer(), 0, 1), end);
    long first = begin(place, new Fence(place.newServer(), 0, 1), end.minusSeconds(1));

    assertThat(due(place, end)).containsExactly(first, second);
    assertThat(RunRepositoryContract.<List<Long>>in(place, runs -> runs.listDue(end, 1)))
        .containsExactly(first);

    end(place, first);
    end(place, second);
  }

  private static List<Long> running(Place place, Fence fence) {
    return in(place, runs -> runs.listRunning(fence.serverId()));
  }

  private static List<Long> due(Place place, Instant now) {
    return in(place, runs -> runs.listDue(now, 1000));
  }

  /** No engine knows this kind of run: none may be left to it. */
  private static void end(Place place, long id) {
    in(
        place,
        runs ->
            runs.findLocked(id).orElseThrow().end(RunEvent.CANCEL, StepEvent.SKIP, cause(BEGIN)));
  }

  private static long begin(Place place, Fence fence, Instant at) {
    return in(
        place,
        runs -> {
          Run run = new Run("TRIAL", fence, List.of("FIRST", "SECOND"), cause(at));
          runs.add(run);
          return run.id();
        });
  }

  /** With everything read that is read only when it is asked for. */
  private static Run touched(Run run) {
    run.steps();
    run.hasSeen("");
    return run;
  }

  private static <T> T in(Place place, Function<RunRepository, T> work) {
    return place.in(rows -> work.apply(rows.get(RunRepository.class)));
  }

  private static Cause cause(Instant at) {
    return Cause.of(Actor.system("trial"), at, "BY_HAND");
  }
}
