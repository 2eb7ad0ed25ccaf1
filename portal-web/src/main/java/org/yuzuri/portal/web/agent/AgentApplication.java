package org.yuzuri.portal.web.agent;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The REST edge of the daemons. */
@ApplicationPath("/agent/v1")
public class AgentApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        AgentEndpoint.class, FilesEndpoint.class, BrokenOffCalls.class, FailureAnswer.class);
  }
}
