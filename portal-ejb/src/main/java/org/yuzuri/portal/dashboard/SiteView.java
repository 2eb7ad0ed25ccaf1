package org.yuzuri.portal.dashboard;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.problem.ProblemRow;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.server.ServerState;

/**
 * How it stands with the site.
 *
 * @param offers by name
 * @param problems how many stand of each severity
 * @param worst problems that nobody has acknowledged, the worst first
 * @param transfers at work
 * @param late how many of the runs at work are late
 * @param daemons of both sites, the lender's first
 */
public record SiteView(
    List<OfferLine> offers,
    Map<Severity, Long> problems,
    List<ProblemRow> worst,
    long transfers,
    long late,
    List<Daemon> daemons) {

  public SiteView {
    offers = List.copyOf(offers);
    problems = Map.copyOf(problems);
    worst = List.copyOf(worst);
    daemons = List.copyOf(daemons);
  }

  /**
   * How daemons of a kind are.
   *
   * @param kind text {@code agent.kind.NAME}
   * @param enrolled how many there are
   * @param silent how many of them have not called for two minutes
   * @param longest when the one called last that has been silent for longest; null when none is
   */
  public record Daemon(String kind, long enrolled, long silent, @Nullable Instant longest) {}

  /** States that some server is in, in their order. */
  public List<ServerState> states() {
    return Arrays.stream(ServerState.values())
        .filter(state -> offers.stream().anyMatch(offer -> offer.count(state) > 0))
        .toList();
  }

  /** How many problems stand of this severity. */
  public long problems(Severity severity) {
    return problems.getOrDefault(severity, 0L);
  }
}
