package org.yuzuri.portal.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yuzuri.portal.run.step.RunStep;
import org.yuzuri.portal.state.TestIds;
import org.yuzuri.wire.value.Fence;

/** Runs in memory. */
public final class MemoryRuns implements RunRepository {

  private final Map<Long, Run> runs = new TreeMap<>();

  @Override
  public void add(Run run) {
    long id = runs.size() + 1L;
    TestIds.give(run, id);
    runs.put(id, run);
  }

  @Override
  public Optional<Run> find(long id) {
    return Optional.ofNullable(runs.get(id));
  }

  @Override
  public Optional<Run> findLocked(long id) {
    return find(id);
  }

  @Override
  public Optional<Long> findByFence(Fence fence) {
    return runs.values().stream().filter(run -> run.fence().equals(fence)).map(Run::id).findFirst();
  }

  @Override
  public List<Long> listRunning(long serverId) {
    return runs.values().stream()
        .filter(run -> run.serverId() == serverId && run.isRunning())
        .map(Run::id)
        .toList();
  }

  @Override
  public List<Long> listDue(Instant now, int limit) {
    return runs.values().stream()
        .filter(run -> run.dueAt().filter(at -> !at.isAfter(now)).isPresent())
        .sorted(Comparator.comparing(run -> run.dueAt().orElseThrow()))
        .map(Run::id)
        .limit(limit)
        .toList();
  }

  /** Every step of every run. */
  public List<RunStep> steps() {
    return runs.values().stream().flatMap(run -> run.steps().stream()).toList();
  }
}
