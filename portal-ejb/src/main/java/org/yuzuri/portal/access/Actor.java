package org.yuzuri.portal.access;

import java.io.Serializable;

/**
 * Who causes a change; written into every event and audit entry.
 *
 * @param kind person, daemon or the portal itself
 * @param id the member's or agent's id; 0 for the portal
 * @param name login, agent name or job name, as events show it
 */
public record Actor(ActorKind kind, long id, String name) implements Serializable {

  /** A job of the portal. */
  public static Actor system(String job) {
    return new Actor(ActorKind.SYSTEM, 0, job);
  }

  /** A daemon. */
  public static Actor agent(long id, String name) {
    return new Actor(ActorKind.AGENT, id, name);
  }
}
