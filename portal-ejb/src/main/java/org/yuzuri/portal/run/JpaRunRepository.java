package org.yuzuri.portal.run;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.state.row.JpaRowStore;
import org.yuzuri.wire.value.Fence;

/** Runs in the database. */
@Dependent
class JpaRunRepository extends JpaRowStore<Run> implements RunRepository {

  @Inject Event<RunBegun> begun;

  JpaRunRepository() {
    super(Run.class);
  }

  @Override
  public void add(Run run) {
    super.add(run);
    if (run.isRunning()) {
      begun.fire(new RunBegun(run.id()));
    }
  }

  @Override
  public Optional<Long> findByFence(Fence fence) {
    return em.createQuery(
            "select r.id from Run r where r.serverId = :server and r.generation = :generation"
                + " and coalesce(r.leaseId, 0) = :lease",
            Long.class)
        .setParameter("server", fence.serverId())
        .setParameter("generation", fence.generation())
        .setParameter("lease", fence.leaseId())
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Long> listRunning(long serverId) {
    return em.createQuery(
            "select r.id from Run r where r.serverId = :server and r.state = :running order by r.id",
            Long.class)
        .setParameter("server", serverId)
        .setParameter("running", RunState.RUNNING)
        .getResultList();
  }

  @Override
  public List<Long> listDue(Instant now, int limit) {
    return em.createQuery(
            "select r.id from Run r where r.nextRunAt <= :now order by r.nextRunAt", Long.class)
        .setParameter("now", now)
        .setMaxResults(limit)
        .getResultList();
  }
}
