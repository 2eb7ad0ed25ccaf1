package org.yuzuri.portal.problem.daemon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.problem.Place;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.problem.Watch;

/** A daemon reported more than it may within the last day. */
@ApplicationScoped
public class SlowedDown implements Watch {

  @Inject Agents agents;

  @Override
  public String code() {
    return "DAEMON_SLOWED_DOWN";
  }

  @Override
  public List<Sighting> look(Instant now) {
    return agents.listEnrolled().stream().flatMap(SlowedDown::sighting).toList();
  }

  private static Stream<Sighting> sighting(AgentView agent) {
    Instant at = agent.slowedDownAt();
    return at == null
        ? Stream.empty()
        : Stream.of(new Sighting(Severity.NOTICE, Place.DAEMON, agent.id(), agent.name(), "", at));
  }
}
