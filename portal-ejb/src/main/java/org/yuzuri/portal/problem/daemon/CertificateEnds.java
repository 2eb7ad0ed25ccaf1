package org.yuzuri.portal.problem.daemon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.problem.Place;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.problem.Watch;

/** A daemon should have renewed its certificate: it is cut off when it ends. */
@ApplicationScoped
public class CertificateEnds implements Watch {

  @Inject Agents agents;

  @Override
  public String code() {
    return "CERTIFICATE_ENDS";
  }

  @Override
  public List<Sighting> look(Instant now) {
    return agents.listEnrolled().stream()
        .filter(AgentView::renewalLate)
        .map(agent -> sighting(agent, now))
        .toList();
  }

  private static Sighting sighting(AgentView agent, Instant now) {
    Instant end = Objects.requireNonNull(agent.certificateNotAfter(), "certificateNotAfter");
    return new Sighting(
        end.isAfter(now) ? Severity.WARNING : Severity.ERROR,
        Place.DAEMON,
        agent.id(),
        agent.name(),
        end.toString(),
        now);
  }
}
