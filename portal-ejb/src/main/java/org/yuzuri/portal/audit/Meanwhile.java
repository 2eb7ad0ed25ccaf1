package org.yuzuri.portal.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ProblemException;

/**
 * Refuses what was typed over an entry that somebody else has changed since, and says who it was.
 * Transaction: the caller's, which has locked the entry.
 */
@ApplicationScoped
public class Meanwhile {

  /** No session, and so no form, lasts longer. */
  private static final Duration LONGEST_OPEN = Duration.ofDays(1);

  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /**
   * What an entry is called.
   *
   * @param thing in the portal's words, such as {@code server}; text {@code field.THING}
   * @param name of the one that it is about
   */
  public record Entry(String thing, String name) {}

  /**
   * What the trail says of changes to an entry.
   *
   * @param action such as {@code server.change}; {@code offer.%} when whatever is done to it counts
   * @param object such as {@code image 17}
   */
  public record Trace(String action, String object) {}

  /**
   * Refuses unless the entry is as it was shown.
   *
   * @param seen its version, or its values, when the form was opened
   * @param now the same as it is now
   * @throws ProblemException CHANGED_BY or CHANGED_MEANWHILE; nothing was written
   */
  public void check(Object seen, Object now, Entry entry, Trace trace) {
    if (!seen.equals(now)) {
      throw lastActor(trace)
          .map(who -> new ProblemException(CommonProblem.CHANGED_BY, entry.thing, entry.name, who))
          .orElseGet(
              () ->
                  new ProblemException(
                      CommonProblem.CHANGED_MEANWHILE,
                      entry.thing,
                      entry.name,
                      "the newest entry"));
    }
  }

  private Optional<String> lastActor(Trace trace) {
    return em.createQuery(
            "select e.actorName from AuditEntry e where e.at >= :since"
                + " and e.subject = :object and e.action like :action order by e.id desc",
            String.class)
        .setParameter("since", clock.instant().minus(LONGEST_OPEN))
        .setParameter("object", trace.object)
        .setParameter("action", trace.action)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
