package org.yuzuri.portal.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.run.step.StepEvent;
import org.yuzuri.portal.run.step.StepState;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.wire.value.Fence;

/** What the engine expects of a place for runs, whether it is the database or memory. */
public interface RunRepositoryContract {

  Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

  /** A place with a server of this id; each call in a transaction of its own. */
  Rows rows();

  /** Runs work on the place. */
  interface Rows {

    /** A server that no other run has. */
    long newServer();

    /** Lets the work see the place, in one transaction. */
    <T> T in(Function<RunRepository, T> work);
  }

  @Test
  default void runIsFoundByItsOwnFenceAndByNoOther() {
    Rows rows = rows();
    Fence fence = new Fence(rows.newServer(), 0, 7);
    long id = begin(rows, fence, BEGIN);

    assertThat(rows.<Object>in(runs -> runs.findByFence(fence).orElseThrow())).isEqualTo(id);
    for (Fence other :
        List.of(
            new Fence(fence.serverId(), 0, 6),
            new Fence(fence.serverId(), 0, 8),
            new Fence(fence.serverId(), 3, 7),
            new Fence(fence.serverId() + 1000, 0, 7))) {
      assertThat(rows.<Object>in(runs -> runs.findByFence(other).isEmpty())).isEqualTo(true);
    }
    end(rows, id);
  }

  @Test
  default void whatARunKeepsIsReadBack() {
    Rows rows = rows();
    long id = begin(rows, new Fence(rows.newServer(), 0, 1), BEGIN);

    rows.in(
        runs -> {
          Run run = runs.findLocked(id).orElseThrow();
          run.saw("SOMETHING", BEGIN.plusSeconds(1));
          run.current().say("half-way");
          return run.completeStep(cause(BEGIN.plusSeconds(2)));
        });

    Run run = rows.in(runs -> touched(runs.find(id).orElseThrow()));
    assertThat(run.kind()).isEqualTo("TRIAL");
    assertThat(run.seenAt("SOMETHING")).contains(BEGIN.plusSeconds(1));
    assertThat(run.steps().get(0).state()).isEqualTo(StepState.SUCCEEDED);
    assertThat(run.steps().get(0).message()).isEqualTo("half-way");
    assertThat(run.steps().get(0).endedAt()).isEqualTo(BEGIN.plusSeconds(2));
    assertThat(run.current().name()).isEqualTo("SECOND");
    assertThat(run.failure()).isNull();
    end(rows, id);
  }

  @Test
  default void runsAreDueInTheirTimeAndNotAfterTheirEnd() {
    Rows rows = rows();
    long early = begin(rows, new Fence(rows.newServer(), 0, 1), BEGIN.minus(Duration.ofDays(400)));
    long late = begin(rows, new Fence(rows.newServer(), 0, 1), BEGIN.plusSeconds(60));
    Instant now = BEGIN.plusSeconds(59);

    assertThat(due(rows, now)).contains(early).doesNotContain(late);

    end(rows, early);
    assertThat(due(rows, now)).doesNotContain(early);
    end(rows, late);
  }

  private static List<Long> due(Rows rows, Instant now) {
    return rows.in(runs -> runs.listDue(now, 1000));
  }

  /** No engine knows this kind of run: none may be left to it. */
  private static void end(Rows rows, long id) {
    rows.in(
        runs ->
            runs.findLocked(id).orElseThrow().end(RunEvent.CANCEL, StepEvent.SKIP, cause(BEGIN)));
  }

  private static long begin(Rows rows, Fence fence, Instant at) {
    return rows.in(
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

  private static Cause cause(Instant at) {
    return Cause.of(Actor.system("trial"), at, "BY_HAND");
  }
}
