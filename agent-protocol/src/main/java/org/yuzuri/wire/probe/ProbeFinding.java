package org.yuzuri.wire.probe;

import org.yuzuri.wire.value.Checks;

/**
 * One thing that a port probe tried, and what became of it.
 *
 * @param target what it was tried with or on, an address mostly; empty when there was none
 * @param seen what was seen, or why it was not tried: a {@link ProbeSight}, alone or with a detail
 *     as {@code NAME: detail}; one line of at most {@value #LONGEST_TEXT} characters
 */
public record ProbeFinding(ProbeKind kind, ProbeOutcome outcome, String target, String seen) {

  /** Longest of either text, in characters. */
  public static final int LONGEST_TEXT = 200;

  public ProbeFinding {
    Checks.present(kind, "finding.kind");
    Checks.present(outcome, "finding.outcome");
    Checks.line(target, LONGEST_TEXT, "finding.target");
    Checks.line(seen, LONGEST_TEXT, "finding.seen");
  }
}
