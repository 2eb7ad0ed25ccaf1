package org.yuzuri.portal.problem.daemon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.lease.outage.TunnelOutages;
import org.yuzuri.portal.problem.Place;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.problem.Watch;
import org.yuzuri.wire.value.DaemonKind;

/** The gateway of leased servers does not call any more. */
@ApplicationScoped
public class GatewaySilent implements Watch {

  @Inject Agents agents;
  @Inject TunnelOutages leases;

  @Override
  public String code() {
    return "GATEWAY_SILENT";
  }

  @Override
  public List<Sighting> look(Instant now) {
    Map<Long, Long> held = leases.countHeldByDaemon();
    return agents.listEnrolled().stream()
        .filter(agent -> agent.kind() == DaemonKind.TENANT_GATEWAY && !agent.online())
        .filter(agent -> held.containsKey(agent.id()))
        .map(
            agent ->
                new Sighting(
                    Severity.WARNING,
                    Place.DAEMON,
                    agent.id(),
                    agent.name(),
                    String.valueOf(held.get(agent.id())),
                    agent.lastContact() == null ? now : agent.lastContact()))
        .toList();
  }
}
