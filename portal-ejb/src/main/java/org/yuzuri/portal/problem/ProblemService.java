package org.yuzuri.portal.problem;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.PlainLine;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.state.row.RowLock;

/** What is wrong with the site, for operators. Transactions: required. */
@Stateless
public class ProblemService {

  /** Longest note of an operator, in UTF-16 units. */
  public static final int LONGEST_NOTE = 500;

  @Inject @Any Instance<Watch> watches;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** Every kind that is looked for, by its code. */
  @RequiresPermissions(Permissions.SERVER_READ)
  public List<String> kinds() {
    return watches.stream().map(Watch::code).sorted().toList();
  }

  /**
   * What stands, the worst first; what is gone only when asked for.
   *
   * @param severity only this one; null for every
   * @param kind only of this code; empty for every
   */
  @RequiresPermissions(Permissions.SERVER_READ)
  public Page<ProblemRow> list(
      @Nullable Severity severity,
      String kind,
      ListFilter<StandingState> filter,
      PageRequest request) {
    StringBuilder condition = new StringBuilder("1 = 1");
    Map<String, Object> parameters = new HashMap<>();
    if (severity != null) {
      condition.append(" and p.severity = :severity");
      parameters.put("severity", severity);
    }
    if (!kind.isEmpty()) {
      condition.append(" and p.kind = :kind");
      parameters.put("kind", kind);
    }
    return ProblemRow.ALL.page(em, filter, request, condition.toString(), parameters);
  }

  /**
   * An operator knows of a problem and says so; again, with another note, replaces the first.
   *
   * @param note what is done about it; 1 to {@value #LONGEST_NOTE} characters
   * @throws ProblemException INVALID_VALUE; NOT_FOUND, also when it is gone meanwhile; nothing
   *     changed
   */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public void acknowledge(long id, String note) {
    StandingProblem problem =
        RowLock.lock(em, StandingProblem.class, id)
            .filter(known -> !known.isGone())
            .orElseThrow(() -> ProblemException.notFound("problem", id));
    String words = note.strip();
    if (words.isEmpty() || words.length() > LONGEST_NOTE) {
      throw ProblemException.invalid(
          "note",
          words.isEmpty() ? "nothing" : PlainLine.of(words, LONGEST_NOTE),
          "1 to " + LONGEST_NOTE + " characters");
    }
    String line = PlainLine.of(words, LONGEST_NOTE);
    problem.acknowledge(subject.actor().name(), line, clock.instant());
    audit.record("problem.acknowledge", problem.inTrail(), line);
  }
}
