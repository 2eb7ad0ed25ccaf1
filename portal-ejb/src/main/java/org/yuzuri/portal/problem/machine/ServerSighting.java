package org.yuzuri.portal.problem.machine;

import java.util.Objects;
import org.yuzuri.portal.problem.Place;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.server.trouble.TroubledServer;

/** A server in trouble as a sighting. */
final class ServerSighting {

  static Sighting of(Severity severity, TroubledServer server) {
    return new Sighting(
        severity,
        Place.SERVER,
        server.id(),
        server.name(),
        server.code(),
        Objects.requireNonNullElse(server.detail(), ""),
        server.since());
  }

  private ServerSighting() {}
}
