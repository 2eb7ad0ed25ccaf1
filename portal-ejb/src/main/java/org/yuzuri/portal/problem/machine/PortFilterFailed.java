package org.yuzuri.portal.problem.machine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.problem.Watch;
import org.yuzuri.portal.server.trouble.TroubledServers;

/** The filter at the network port of a server could not be set. */
@ApplicationScoped
public class PortFilterFailed implements Watch {

  /** What lender agents say of a port; source: the names of their failures. */
  private static final Set<String> CODES = Set.of("PORT_MISSING", "PORT_NOT_FILTERED");

  @Inject TroubledServers servers;

  @Override
  public String code() {
    return "PORT_FILTER_FAILED";
  }

  @Override
  public List<Sighting> look(Instant now) {
    return servers.failedWith(CODES).stream()
        .map(server -> ServerSighting.of(Severity.ERROR, server))
        .toList();
  }
}
