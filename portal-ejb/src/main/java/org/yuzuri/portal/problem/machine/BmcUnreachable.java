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

/** The BMC of a server did not answer, or did not do what it was told. */
@ApplicationScoped
public class BmcUnreachable implements Watch {

  /** What lender agents say of a BMC; source: the names of their failures. */
  private static final Set<String> CODES =
      Set.of("BMC_NO_SESSION", "POWER_STUCK", "CONSOLE_NO_SESSION");

  @Inject TroubledServers servers;

  @Override
  public String code() {
    return "BMC_UNREACHABLE";
  }

  @Override
  public List<Sighting> look(Instant now) {
    return servers.failedWith(CODES).stream()
        .map(server -> ServerSighting.of(Severity.ERROR, server))
        .toList();
  }
}
