package org.yuzuri.portal.problem.daemon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.problem.Place;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.problem.Watch;

/** The clock of a daemon is more than 30 seconds off. */
@ApplicationScoped
public class ClockOff implements Watch {

  @Inject Agents agents;

  @Override
  public String code() {
    return "CLOCK_OFF";
  }

  @Override
  public List<Sighting> look(Instant now) {
    return agents.listEnrolled().stream()
        .filter(AgentView::isClockOff)
        .map(
            agent ->
                new Sighting(
                    Severity.WARNING,
                    Place.DAEMON,
                    agent.id(),
                    agent.name(),
                    (agent.isClockAhead() ? "+" : "-") + agent.clockOffSeconds() + " s",
                    now))
        .toList();
  }
}
