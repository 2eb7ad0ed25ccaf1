package org.yuzuri.portal.agent;

import java.time.Instant;

/**
 * What a new daemon needs to enrol; shown once.
 *
 * @param token works once, until {@code notAfter}
 */
public record Invitation(long agentId, String token, Instant notAfter) {

  @Override
  public String toString() {
    return "Invitation[agent " + agentId + "]";
  }
}
