package org.yuzuri.portal.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.run.step.RunStep;
import org.yuzuri.portal.run.step.Step;

/**
 * Every kind of run that the portal has. The kinds are made once, at the first question: some of
 * them begin runs themselves.
 */
@ApplicationScoped
public class RunKinds {

  private final Iterable<RunKind<?>> kinds;
  private volatile @Nullable Map<String, RunKind<?>> byName;

  /** For the container's proxy, which never calls its own fields. */
  protected RunKinds() {
    this(List.of());
  }

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
    Map<String, RunKind<?>> known = byName;
    if (known == null) {
      known = new HashMap<>();
      for (RunKind<?> kind : kinds) {
        known.put(kind.name(), kind);
      }
      byName = known;
    }
    RunKind<?> kind = known.get(run.kind());
    if (kind == null) {
      throw new IllegalStateException("no kind of run " + run.kind());
    }
    return kind;
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
