package org.yuzuri.portal.run.view;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yuzuri.portal.run.Run;
import org.yuzuri.portal.run.RunKinds;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.run.step.RunStep;
import org.yuzuri.portal.run.step.StepState;
import org.yuzuri.portal.server.Server;

/** Runs that are shown as late, for the portal's other features. Transaction: the caller's. */
@ApplicationScoped
public class LateRuns {

  @Inject RunKinds kinds;

  @PersistenceContext EntityManager em;

  /** Those that are late now, by their ids; in two statements, however many runs there are. */
  public List<LateRun> list(Instant now) {
    List<Run> running =
        em.createQuery(
                "select distinct r from Run r left join fetch r.steps where r.state = :running"
                    + " order by r.id",
                Run.class)
            .setParameter("running", RunState.RUNNING)
            .getResultList();
    Map<Long, Server> servers =
        servers(running.stream().map(Run::serverId).collect(Collectors.toSet()));
    return running.stream()
        .flatMap(
            run -> late(run, Objects.requireNonNull(servers.get(run.serverId())), now).stream())
        .toList();
  }

  private Map<Long, Server> servers(Set<Long> ids) {
    return ids.isEmpty()
        ? Map.of()
        : em.createQuery("select s from Server s where s.id in (:ids)", Server.class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(Server::id, Function.identity()));
  }

  private Optional<LateRun> late(Run run, Server server, Instant now) {
    RunStep step = run.current();
    if (step.state() != StepState.RUNNING) {
      return Optional.empty();
    }
    Instant limit = step.begunAt().plus(RunKinds.step(kinds.of(run), step).limits(server).soft());
    return now.isAfter(limit)
        ? Optional.of(
            new LateRun(server.id(), server.name(), run.leaseId(), run.kind(), step.name(), limit))
        : Optional.empty();
  }
}
