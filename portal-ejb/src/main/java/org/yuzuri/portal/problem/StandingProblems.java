package org.yuzuri.portal.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yuzuri.portal.platform.ListFilter;

/** What stands, for the portal's other features. Transaction: the caller's, an operator's. */
@ApplicationScoped
public class StandingProblems {

  @PersistenceContext EntityManager em;

  /**
   * How many stand of a kind and severity, acknowledged or not.
   *
   * @param kind code of the watch
   */
  public record Count(String kind, Severity severity, long count) {}

  /** Counts of everything that stands. */
  public List<Count> counts() {
    return em.createQuery(
            "select p.kind, p.severity, count(p) from StandingProblem p where p.state <> :gone"
                + " group by p.kind, p.severity",
            Object[].class)
        .setParameter("gone", StandingState.GONE)
        .getResultStream()
        .map(row -> new Count((String) row[0], (Severity) row[1], (Long) row[2]))
        .toList();
  }

  /** The worst of those that nobody has acknowledged. */
  public List<ProblemRow> worst(int most) {
    return ProblemRow.ALL.first(
        em, new ListFilter<StandingState>("", Set.of(StandingState.OPEN)), most, "1 = 1", Map.of());
  }
}
