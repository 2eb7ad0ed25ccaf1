package org.yuzuri.portal.problem.machine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.lease.outage.TunnelOutages;
import org.yuzuri.portal.problem.Place;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.problem.Watch;

/** The production tunnel of a leased server has been down for ten minutes. */
@ApplicationScoped
public class TunnelDown implements Watch {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Inject TunnelOutages leases;

  @Override
  public String code() {
    return "TUNNEL_DOWN";
  }

  @Override
  public List<Sighting> look(Instant now) {
    return leases.downSince(now.minus(PATIENCE)).stream()
        .map(
            down ->
                new Sighting(
                    Severity.WARNING, Place.LEASE, down.leaseId(), down.server(), "", down.since()))
        .toList();
  }
}
