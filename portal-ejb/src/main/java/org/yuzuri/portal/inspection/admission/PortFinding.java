package org.yuzuri.portal.inspection.admission;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.yuzuri.wire.probe.ProbeFinding;
import org.yuzuri.wire.probe.ProbeKind;
import org.yuzuri.wire.probe.ProbeOutcome;
import org.yuzuri.wire.probe.ProbeSight;

/** One thing that was tried from a server's port, and what became of it. */
@Embeddable
public class PortFinding {

  @Enumerated(EnumType.STRING)
  private ProbeKind kind;

  @Enumerated(EnumType.STRING)
  private ProbeOutcome outcome;

  private String target;
  private String seen;

  /** For Hibernate. */
  protected PortFinding() {}

  /** What an agent reported. */
  public PortFinding(ProbeFinding finding) {
    this.kind = finding.kind();
    this.outcome = finding.outcome();
    this.target = finding.target();
    this.seen = finding.seen();
  }

  ProbeKind kind() {
    return kind;
  }

  String target() {
    return target;
  }

  ProbeOutcome outcome() {
    return outcome;
  }

  /** What was seen, without its name: pages have that in the viewer's language. */
  private String detail() {
    for (ProbeSight sight : ProbeSight.values()) {
      if (seen.equals(sight.said())) {
        return "";
      }
      if (seen.startsWith(sight.said() + ": ")) {
        return seen.substring(sight.said().length() + 2);
      }
    }
    return seen;
  }

  /** As pages show it. */
  public PortView view() {
    return new PortView(kind.name(), outcome.name(), target, seen);
  }

  /** As a line of a failure's detail; pages put the words of the viewer's language in front. */
  @Override
  public String toString() {
    String what = (target + " " + detail()).strip();
    return outcome == ProbeOutcome.GOT_THROUGH
        ? "through." + kind + ": " + what
        : outcome + ": " + kind + " " + what;
  }
}
