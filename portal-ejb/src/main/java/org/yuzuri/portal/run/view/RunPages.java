package org.yuzuri.portal.run.view;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.RunKind;
import org.yuzuri.portal.run.RunKinds;
import org.yuzuri.portal.run.Runs;
import org.yuzuri.portal.run.step.Limits;
import org.yuzuri.portal.run.step.RunStep;
import org.yuzuri.portal.run.step.Step;
import org.yuzuri.portal.run.step.StepState;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.FailureView;

/** Makes views of runs; a tenant's without what tells of the datacenter's inside. */
@Dependent
public class RunPages {

  private final RunKinds kinds;
  private final Runs runs;
  private final Servers servers;
  private final CurrentSubject viewer;
  private final Clock clock;

  /** Views for this viewer. */
  @Inject
  public RunPages(RunKinds kinds, Runs runs, Servers servers, CurrentSubject viewer, Clock clock) {
    this.kinds = kinds;
    this.runs = runs;
    this.servers = servers;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** The view. */
  public RunView view(Run run) {
    boolean inside = viewer.seesAllTenants();
    Instant now = clock.instant();
    Server server = servers.server(run.serverId());
    RunKind<?> kind = kinds.of(run);
    FailureView failure = FailureView.of(run.failure(), inside);
    boolean hidden = failure != null && failure.detail() == null;
    List<StepView> steps =
        run.steps().stream()
            .map(step -> view(RunKinds.step(kind, step), server, step, hidden, now))
            .toList();
    Step<?> current = RunKinds.step(kind, run.current());
    return new RunView(
        run.id(),
        run.state(),
        run.startedAt(),
        run.endedAt(),
        run.isRunning() ? expectedEnd(steps, now) : null,
        view(current, server, run.current(), hidden, now),
        RunView.Key.of(run.shownKey(), runs.identity(run)),
        RunView.Heard.of(run.beat()),
        isSilent(run, current, now),
        failure,
        steps);
  }

  private static StepView view(
      Step<?> planned, Server server, RunStep step, boolean hidden, Instant now) {
    boolean failed = step.state() == StepState.FAILED || step.state() == StepState.TIMED_OUT;
    Limits limits = planned.limits(server);
    Duration elapsed = step.elapsed(now);
    return new StepView(
        step.name(),
        step.state(),
        planned.waitedFor(),
        step.startedAt(),
        step.endedAt(),
        elapsed,
        limits,
        step.state() == StepState.RUNNING && elapsed.compareTo(limits.soft()) > 0,
        planned.rule().listens(),
        hidden && failed ? "" : step.message());
  }

  private static Instant expectedEnd(List<StepView> steps, Instant now) {
    Instant end = now;
    for (StepView step : steps) {
      Duration left = step.limits().expected().minus(step.elapsed());
      if (!step.state().isFinal() && !left.isNegative()) {
        end = end.plus(left);
      }
    }
    return end;
  }

  private static boolean isSilent(Run run, Step<?> current, Instant now) {
    return run.isRunning()
        && current.rule().listens()
        && now.isAfter(run.lastSign().plus(Limits.SILENCE_SOFT));
  }
}
