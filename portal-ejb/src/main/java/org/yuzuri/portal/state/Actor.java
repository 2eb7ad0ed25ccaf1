package org.yuzuri.portal.state;

import java.util.Objects;

/**
 * Who caused a change.
 *
 * @param kind the sort of actor
 * @param name login, agent or node name; 1 to 100 characters
 */
public record Actor(Kind kind, String name) {

  /** Longest name, as in the database. */
  public static final int NAME_LENGTH = 100;

  /** The portal itself: timers and the engine. */
  public static final Actor PORTAL = new Actor(Kind.PORTAL, "portal");

  /** The sorts of actors. */
  public enum Kind {
    /** A tenant's member. */
    MEMBER,
    /** Staff of the datacenter. */
    OPERATOR,
    /** The portal itself. */
    PORTAL,
    /** A lender agent or tenant gateway. */
    AGENT,
    /** A leased server, heard through its agent. */
    SERVER
  }

  public Actor {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    if (name.isEmpty() || name.length() > NAME_LENGTH) {
      throw new IllegalArgumentException(
          "name: expected 1 to " + NAME_LENGTH + " characters, got " + name.length());
    }
  }

  @Override
  public String toString() {
    return kind + ":" + name;
  }
}
