package org.yuzuri.portal.run;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.yuzuri.portal.run.step.RunStep;
import org.yuzuri.portal.run.step.Step;

/** Every kind of run that the portal has. */
@Dependent
public class RunKinds {

  private final Iterable<RunKind<?>> kinds;

  /** The kinds that are beans. */
  @Inject
  public RunKinds(@Any Instance<RunKind<?>> kinds) {
    this((Iterable<RunKind<?>>) kinds);
  }

  /** Kinds that somebody else gathered. */
  public RunKinds(Iterable<RunKind<?>> kinds) {
    this.kinds = kinds;
  }

  /** The run's kind. */
  public RunKind<?> of(Run run) {
    for (RunKind<?> kind : kinds) {
      if (kind.name().equals(run.kind())) {
        return kind;
      }
    }
    throw new IllegalStateException("no kind of run " + run.kind());
  }

  /** A run's step as its kind plans it. */
  public static <S extends Situation> Step<S> step(RunKind<S> kind, RunStep wanted) {
    return kind.steps().stream()
        .filter(step -> step.name().equals(wanted.name()))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no step " + wanted.name() + " in " + kind.name()));
  }
}
