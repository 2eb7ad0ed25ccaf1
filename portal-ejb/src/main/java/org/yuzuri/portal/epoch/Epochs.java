package org.yuzuri.portal.epoch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import org.yuzuri.portal.platform.ProblemException;

/**
 * The epoch, for the portal's other features. Works in a session of any tenant. Transaction: the
 * caller's.
 */
@ApplicationScoped
public class Epochs {

  @PersistenceContext EntityManager em;

  /** How it stands now. */
  public EpochNow now() {
    return em.find(Epoch.class, Epoch.ID).now();
  }

  /**
   * Refuses what would do something to a server before somebody has confirmed what daemons know.
   *
   * @throws ProblemException RECONCILING
   */
  public void requireConfirmed() {
    EpochNow now = now();
    if (now.reconciling()) {
      throw new ProblemException(
          EpochProblem.RECONCILING, "epoch", now.number(), "one that an operator has confirmed");
    }
  }

  /**
   * Somebody has confirmed what the daemons know.
   *
   * @throws ProblemException NOT_RECONCILING
   */
  public void confirm(Instant at) {
    Epoch epoch = em.find(Epoch.class, Epoch.ID, LockModeType.PESSIMISTIC_WRITE);
    if (!epoch.now().reconciling()) {
      throw new ProblemException(
          EpochProblem.NOT_RECONCILING, "epoch", epoch.now().number(), "a restored one");
    }
    epoch.runs(at);
  }
}
