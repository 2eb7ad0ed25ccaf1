package org.yuzuri.portal.problem.machine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.problem.Watch;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.portal.server.trouble.TroubledServers;

/** A disk of a server is missing or not proven clean. */
@ApplicationScoped
public class DisksNotProven implements Watch {

  @Inject TroubledServers servers;

  @Override
  public String code() {
    return "DISKS_NOT_PROVEN";
  }

  @Override
  public List<Sighting> look(Instant now) {
    return servers.inState(ServerState.WIPE_FAILED).stream()
        .map(server -> ServerSighting.of(Severity.ERROR, server))
        .toList();
  }
}
