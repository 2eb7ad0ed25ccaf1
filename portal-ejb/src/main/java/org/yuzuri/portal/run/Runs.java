package org.yuzuri.portal.run;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.run.state.RunEvent;
import org.yuzuri.portal.run.step.StepEvent;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.wire.value.Fence;

/**
 * Runs, for the kinds of run. A run is locked after its lease, or after its server when it has no
 * lease. Transaction: the caller's.
 */
@Dependent
public class Runs {

  private final RunRepository repository;
  private final Leases leases;
  private final Servers servers;
  private final Clock clock;

  /** Runs kept here. */
  @Inject
  public Runs(RunRepository repository, Leases leases, Servers servers, Clock clock) {
    this.repository = repository;
    this.leases = leases;
    this.servers = servers;
    this.clock = clock;
  }

  /** Keeps a run that begins; once that is committed, it is moved without waiting for the timer. */
  public Run begin(Run run) {
    repository.add(run);
    return run;
  }

  /**
   * Keeps a run that was over before anybody knew of it: nothing is done for it.
   *
   * @param steps names of all its steps, in their order
   * @param done when the first of them were done: all of them, unless it failed
   * @param ended a failure when it failed
   */
  public void keepOver(
      String kind, Fence fence, List<String> steps, List<Instant> done, Cause began, Cause ended) {
    Run run = new Run(kind, fence, steps, began);
    done.forEach(at -> run.completeStep(Cause.of(ended.actor(), at, ended.code())));
    run.end(ended.fault() == null ? RunEvent.SUCCEED : RunEvent.FAIL, StepEvent.FAIL, ended);
    repository.add(run);
  }

  /** The run, locked. */
  public LockedRun locked(long id) {
    Run look = look(id);
    Lease lease = look.leaseId() == 0 ? null : leases.locked(look.leaseId());
    if (lease == null) {
      servers.locked(look.serverId());
    }
    return locked(id, lease);
  }

  /** The run of a lease that is locked already. */
  public LockedRun locked(long id, @Nullable Lease lease) {
    return new LockedRun(
        repository.findLocked(id).orElseThrow(() -> ProblemException.notFound("run", id)), lease);
  }

  /** The run that has this hold, locked. */
  public Optional<LockedRun> locked(Fence fence) {
    return repository.findByFence(fence).map(this::locked);
  }

  /** The daemon at whose site the run's server stands. */
  long lenderAgent(Run run) {
    return servers.server(run.serverId()).agentId();
  }

  /** What the run's server is known by. */
  public Identity identity(Run run) {
    return servers.server(run.serverId()).identity();
  }

  /** The run, locked, when it is due; empty when it is not, or another node is at it. */
  public Optional<LockedRun> due(long id) {
    Run look = look(id);
    Optional<Lease> lease =
        look.leaseId() == 0 ? Optional.empty() : leases.lockedUnlessTaken(look.leaseId());
    if (look.leaseId() == 0) {
      servers.locked(look.serverId());
    } else if (lease.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(locked(id, lease.orElse(null))).filter(locked -> isDue(locked.run()));
  }

  /** Ids of the runs on a server that have not ended. */
  public List<Long> listRunning(long serverId) {
    return repository.listRunning(serverId);
  }

  /** Ids of runs that are due, the longest due first; none while servers are left alone. */
  public List<Long> listDue(int limit) {
    return servers.areLeftAlone() ? List.of() : repository.listDue(clock.instant(), limit);
  }

  private boolean isDue(Run run) {
    Instant now = clock.instant();
    return run.dueAt().filter(at -> !at.isAfter(now)).isPresent();
  }

  private Run look(long id) {
    return repository.find(id).orElseThrow(() -> ProblemException.notFound("run", id));
  }
}
