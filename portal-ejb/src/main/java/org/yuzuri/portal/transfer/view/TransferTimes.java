package org.yuzuri.portal.transfer.view;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.transfer.step.TransferSteps;

/**
 * How long transfers take, learned from those that the session sees. For other features; the
 * caller's transaction.
 */
@Dependent
public class TransferTimes {

  /** What is older tells little of today's image. */
  private static final int PAST = 20;

  @PersistenceContext EntityManager em;

  /**
   * From the order to the hand-over: the median of the last twenty that ended well, of this image
   * on servers of this offer; what the steps are expected to take when there is none.
   */
  public Duration expected(long imageId, long offerId) {
    List<Duration> past =
        em.createQuery(
                "select r.startedAt, r.endedAt from Transfer t join t.run r"
                    + " join Server s on s.id = r.serverId"
                    + " where s.offerId = :offer and t.imageId = :image"
                    + " and r.state = :succeeded order by r.id desc",
                Object[].class)
            .setParameter("offer", offerId)
            .setParameter("image", imageId)
            .setParameter("succeeded", RunState.SUCCEEDED)
            .setMaxResults(PAST)
            .getResultStream()
            .map(row -> Duration.between((Instant) row[0], (Instant) row[1]))
            .toList();
    return past.isEmpty() ? expectedOfTheSteps() : median(past);
  }

  static Duration expectedOfTheSteps() {
    return TransferSteps.TABLE.stream()
        .map(step -> step.limits().expected())
        .reduce(Duration.ZERO, Duration::plus);
  }

  static Duration median(List<Duration> some) {
    List<Duration> sorted = some.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
  }
}
