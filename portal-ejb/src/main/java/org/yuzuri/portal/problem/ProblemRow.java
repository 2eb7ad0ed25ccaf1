package org.yuzuri.portal.problem;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.RowQuery;

/**
 * A problem in a list.
 *
 * @param kind text {@code standing.CODE}
 * @param subject what the thing is called
 * @param reason text {@code reason.CODE}, or null
 * @param detail what was seen; may be empty
 * @param node the portal's node that it is a matter of; empty for the whole portal
 * @param since since when it is so
 * @param goneAt null while it stands
 * @param note of the operator who acknowledged it, or null
 */
public record ProblemRow(
    long id,
    Severity severity,
    String kind,
    StandingState state,
    Place place,
    long subjectId,
    String subject,
    @Nullable String reason,
    String detail,
    String node,
    Instant since,
    @Nullable Instant goneAt,
    @Nullable String acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable String note)
    implements Serializable {

  static final RowQuery<ProblemRow, StandingState> ALL =
      new RowQuery<ProblemRow, StandingState>(
              ProblemRow.class,
              "StandingProblem p",
              "p.id",
              "p.severity",
              "p.kind",
              "p.state",
              "p.place",
              "p.subjectId",
              "p.subjectName",
              "p.reason",
              "p.detail",
              "p.node",
              "p.since",
              "p.goneAt",
              "p.acknowledgedBy",
              "p.acknowledgedAt",
              "p.note")
          .searchedBy("p.subjectName", "p.detail", "p.note", "p.kind")
          .orderedBy(
              "case p.severity when org.yuzuri.portal.problem.Severity.ERROR then 0"
                  + " when org.yuzuri.portal.problem.Severity.WARNING then 1 else 2 end,"
                  + " p.since desc")
          .inStates("p.state", StandingState.class, Set.of(StandingState.GONE));

  /** Where its thing is shown, below the portal's root; empty when it has no page. */
  public String page() {
    return place.page(subjectId);
  }

  /** Whether an operator may say that it is known. */
  public boolean mayBeAcknowledged() {
    return state != StandingState.GONE;
  }
}
