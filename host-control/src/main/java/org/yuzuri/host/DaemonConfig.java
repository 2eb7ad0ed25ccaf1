package org.yuzuri.host;

import java.net.URI;
import java.nio.file.Path;

/**
 * The part of the configuration that every daemon has.
 *
 * @param portal address of the portal, such as {@code https://portal.example:8444}
 * @param trust PEM file with the root that signed the portal's certificate
 * @param stateDirectory the daemon's memory; nobody else may read it
 * @param enrolmentTokenFile holds the token that works once, for the first start
 */
public record DaemonConfig(URI portal, Path trust, Path stateDirectory, Path enrolmentTokenFile) {

  /** Asks the reader for the keys; check its problems before using the record. */
  public static DaemonConfig from(ConfigReader in) {
    return new DaemonConfig(
        in.httpsAddress("portal.url"),
        in.path("portal.trust"),
        in.path("state.directory"),
        in.path("enrolment.token.file"));
  }
}
