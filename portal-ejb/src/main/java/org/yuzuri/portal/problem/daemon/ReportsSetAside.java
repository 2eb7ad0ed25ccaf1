package org.yuzuri.portal.problem.daemon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.agent.report.SetAsideReports;
import org.yuzuri.portal.problem.Place;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.problem.Watch;

/** The portal failed on reports of a daemon within the last week and took them unused. */
@ApplicationScoped
public class ReportsSetAside implements Watch {

  private static final Duration SHOWN = Duration.ofDays(7);

  @Inject SetAsideReports reports;

  @Override
  public String code() {
    return "REPORTS_SET_ASIDE";
  }

  @Override
  public List<Sighting> look(Instant now) {
    return reports.since(now.minus(SHOWN)).stream()
        .map(
            aside ->
                new Sighting(
                    Severity.WARNING,
                    Place.DAEMON,
                    aside.agentId(),
                    aside.agent(),
                    String.valueOf(aside.count()),
                    aside.first()))
        .toList();
  }
}
