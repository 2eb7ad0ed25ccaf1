package org.yuzuri.portal.problem;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** When a kind of problem was looked for last. Locked while somebody looks. */
@Entity
@Table(name = "problem_watch")
@IdClass(WatchNote.Key.class)
class WatchNote {

  /** The kind, and the node that looks; an empty one for any. */
  record Key(String kind, String node) implements Serializable {}

  @Id private String kind;
  @Id private String node;

  private Instant lookedAt;

  /** For Hibernate. */
  WatchNote() {}

  WatchNote(String kind, String node, Instant now) {
    this.kind = kind;
    this.node = node;
    this.lookedAt = now;
  }

  /** Whoever else looks for this waits until the caller's transaction is over. */
  static void lock(EntityManager em, String kind, String node, Instant now) {
    WatchNote note = em.find(WatchNote.class, new Key(kind, node), LockModeType.PESSIMISTIC_WRITE);
    if (note == null) {
      em.persist(new WatchNote(kind, node, now));
      em.flush();
    } else {
      note.lookedAt = now;
    }
  }

  @Override
  public String toString() {
    return "watch " + kind + " of " + node + " looked at " + lookedAt;
  }
}
