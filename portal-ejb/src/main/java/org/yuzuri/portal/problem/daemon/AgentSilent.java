package org.yuzuri.portal.problem.daemon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.problem.Place;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.problem.Watch;
import org.yuzuri.wire.value.DaemonKind;

/** A lender agent does not call any more: nothing can be done to its servers. */
@ApplicationScoped
public class AgentSilent implements Watch {

  @Inject Agents agents;

  @Override
  public String code() {
    return "AGENT_SILENT";
  }

  @Override
  public List<Sighting> look(Instant now) {
    return agents.listEnrolled().stream()
        .filter(agent -> agent.kind() == DaemonKind.LENDER_AGENT && !agent.online())
        .map(
            agent ->
                new Sighting(
                    Severity.ERROR,
                    Place.DAEMON,
                    agent.id(),
                    agent.name(),
                    "",
                    agent.lastContact() == null ? now : agent.lastContact()))
        .toList();
  }
}
