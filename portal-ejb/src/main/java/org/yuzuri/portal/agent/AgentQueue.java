package org.yuzuri.portal.agent;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * The numbering of one agent's commands. Its row lock makes the order of numbers the order of
 * commits, so a daemon that asks for "later than n" misses none. Holds nothing of a tenant and is
 * therefore visible in every session.
 */
@Entity
public class AgentQueue {

  @Id private long agentId;

  private long lastSequence;

  /** For Hibernate. */
  AgentQueue() {}

  AgentQueue(long agentId) {
    this.agentId = agentId;
  }

  public long next() {
    lastSequence++;
    return lastSequence;
  }
}
