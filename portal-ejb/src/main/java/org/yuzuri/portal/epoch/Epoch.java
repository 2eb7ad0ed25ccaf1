package org.yuzuri.portal.epoch;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;

/** The one row of its table. Holds nothing of a tenant, and is visible in every session. */
@Entity
class Epoch {

  static final int ID = 1;

  /** What may be done. */
  enum State {
    /** Everything. */
    RUNNING,
    /** Nothing to servers: the books were restored, and nobody has confirmed what daemons know. */
    RECONCILING
  }

  @Id private int id;

  private long number;

  @Enumerated(EnumType.STRING)
  private State state;

  private Instant since;

  /** For Hibernate. */
  Epoch() {}

  EpochNow now() {
    return new EpochNow(number, state == State.RECONCILING, since);
  }

  void runs(Instant from) {
    state = State.RUNNING;
    since = from;
  }
}
