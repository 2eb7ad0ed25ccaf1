package org.yuzuri.portal.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.run.step.StepState;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.transfer.StepName;
import org.yuzuri.portal.transfer.Transfer;
import org.yuzuri.portal.wipe.Wipe;
import org.yuzuri.portal.wipe.WipeStep;

/**
 * Runs that never ran: the engine drives what happens now, so these are written as rows, over from
 * the beginning. There is no evidence with them and no wipe record: nothing that could be taken for
 * proof of an erasure is made up. Transaction: the caller's.
 */
@Dependent
class PastRuns {

  /** How much of a transfer each of its steps takes, in hundredths. */
  private static final List<Integer> TRANSFER = List.of(1, 1, 4, 5, 4, 8, 4, 3, 50, 12, 7, 1);

  private static final List<Integer> ERASURE = List.of(5, 10, 83, 2);

  @PersistenceContext EntityManager em;

  void transferred(long server, long lease, Instant from, Instant until) {
    long run = run(Transfer.KIND, server, lease, from, until, null);
    steps(run, names(StepName.values()), TRANSFER, from, until);
  }

  void failed(long server, long lease, Instant from, Instant until, Fault fault) {
    run(Transfer.KIND, server, lease, from, until, fault);
  }

  void erased(long server, long lease, Instant from, Instant until) {
    long run = run(Wipe.KIND, server, lease, from, until, null);
    steps(run, names(WipeStep.values()), ERASURE, from, until);
  }

  private long run(
      String kind, long server, long lease, Instant from, Instant until, @Nullable Fault fault) {
    return insert(
        "insert into run (version, kind, server_id, lease_id, generation, state, started_at,"
            + " ended_at, problem_fault, problem_code, problem_detail)"
            + " select 0, ?, ?, ?, coalesce(max(generation), 0) + 1, ?, ?, ?, ?, ?, ? from run"
            + " where server_id = ?",
        kind,
        server,
        lease,
        (fault == null ? RunState.SUCCEEDED : RunState.FAILED).name(),
        from,
        until,
        fault == null ? null : fault.name(),
        fault == null ? null : PastServers.REASON,
        fault == null ? null : PastServers.MADE_UP,
        server);
  }

  private void steps(
      long run, List<String> names, List<Integer> shares, Instant from, Instant until) {
    Duration all = Duration.between(from, until);
    Instant begin = from;
    for (int i = 0; i < names.size(); i++) {
      Instant end =
          i == names.size() - 1
              ? until
              : begin.plus(all.multipliedBy(shares.get(i)).dividedBy(100));
      insert(
          "insert into run_step (run_id, position, name, state, started_at, ended_at, message)"
              + " values (?, ?, ?, ?, ?, ?, '')",
          run,
          i,
          names.get(i),
          StepState.SUCCEEDED.name(),
          begin,
          end);
      begin = end;
    }
  }

  private static List<String> names(Enum<?>[] steps) {
    return Arrays.stream(steps).map(Enum::name).toList();
  }

  /** The new row's id. */
  private long insert(String sql, @Nullable Object... values) {
    Query query = em.createNativeQuery(sql);
    for (int i = 0; i < values.length; i++) {
      query.setParameter(i + 1, values[i]);
    }
    query.executeUpdate();
    return ((Number) em.createNativeQuery("select last_insert_id()").getSingleResult()).longValue();
  }
}
