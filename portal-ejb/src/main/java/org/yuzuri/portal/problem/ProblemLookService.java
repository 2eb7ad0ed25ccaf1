package org.yuzuri.portal.problem;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.Permissions;

/** Looks for problems and keeps what was found. Transactions: required, one for each kind. */
@Stateless
public class ProblemLookService {

  private static final Duration KEPT = Duration.ofDays(90);

  /** A node that has not looked for this long is no more, and so is what it alone saw. */
  private static final Duration NODE_LOOKS = Duration.ofMinutes(10);

  @Inject @Any Instance<Watch> watches;
  @Inject ProblemLetters letters;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** Codes of every kind that is looked for, in their order. */
  @RequiresPermissions(Permissions.SYSTEM)
  public List<String> codes() {
    return watches.stream().map(Watch::code).sorted().toList();
  }

  /**
   * Looks for one kind: what is new begins to stand, what is not seen any more is gone, and what
   * does not work is told to operators. Two nodes that look at the same time wait for each other.
   *
   * @param node name of the node that looks
   */
  @RequiresPermissions(Permissions.SYSTEM)
  public void look(String code, String node) {
    Watch watch =
        watches.stream().filter(each -> each.code().equals(code)).findFirst().orElseThrow();
    String whose = watch.isOfEachNode() ? node : "";
    Instant now = clock.instant();
    WatchNote.lock(em, code, whose, now);
    Map<String, StandingProblem> standing = standing(code, whose);
    List<StandingProblem> stands = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Sighting sighting : watch.look(now)) {
      String key = StandingProblem.key(code, whose, sighting);
      StandingProblem known = standing.get(key);
      if (known != null) {
        known.seen(sighting, now);
        stands.add(known);
      } else if (!seen.contains(key)) {
        StandingProblem found = new StandingProblem(code, whose, sighting, now);
        em.persist(found);
        stands.add(found);
      }
      seen.add(key);
    }
    letters.tell(code, stands, now);
    standing.values().stream()
        .filter(known -> !seen.contains(known.openKey()))
        .forEach(known -> known.gone(now));
  }

  /** Lets go what only nodes that are no more saw, and forgets what has been gone for 90 days. */
  @RequiresPermissions(Permissions.SYSTEM)
  public void forgetOld() {
    Instant now = clock.instant();
    em.createQuery(
            "select p from StandingProblem p where p.state <> :gone and p.node <> ''"
                + " and p.seenAt < :since",
            StandingProblem.class)
        .setParameter("gone", StandingState.GONE)
        .setParameter("since", now.minus(NODE_LOOKS))
        .getResultList()
        .forEach(left -> left.gone(now));
    em.createQuery("delete from StandingProblem p where p.goneAt < :old")
        .setParameter("old", now.minus(KEPT))
        .executeUpdate();
    em.createQuery("delete from WatchNote w where w.lookedAt < :old")
        .setParameter("old", now.minus(KEPT))
        .executeUpdate();
  }

  private Map<String, StandingProblem> standing(String code, String node) {
    return em.createQuery(
            "select p from StandingProblem p where p.kind = :kind and p.node = :node"
                + " and p.openKey is not null",
            StandingProblem.class)
        .setParameter("kind", code)
        .setParameter("node", node)
        .getResultStream()
        .collect(Collectors.toMap(StandingProblem::openKey, Function.identity()));
  }
}
