package org.yuzuri.wire.probe;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.yuzuri.wire.value.Checks;

/**
 * What a server could do from its port.
 *
 * @param findings at least one of every {@link ProbeKind}, so that nothing is taken for held that
 *     was not looked at; at most {@value #MOST_FINDINGS}
 */
public record PortProbe(List<ProbeFinding> findings) {

  /** Room for every kind and the most targets of the two that have several. */
  public static final int MOST_FINDINGS = 128;

  public PortProbe {
    findings = Checks.list(findings, MOST_FINDINGS, "findings");
    Set<ProbeKind> missing = EnumSet.allOf(ProbeKind.class);
    findings.forEach(finding -> missing.remove(finding.kind()));
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "findings has none of " + missing + ", expected one of every kind");
    }
  }
}
