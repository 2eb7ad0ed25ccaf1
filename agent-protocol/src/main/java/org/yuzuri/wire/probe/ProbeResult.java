package org.yuzuri.wire.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.boot.ProbeTargets;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * What a server that probes its port tells its agent, which makes a {@code PortProbed} report of it
 * and of what it has seen itself.
 *
 * @param neighbours who of the other servers answered; at most {@value ProbeTargets#MOST}
 * @param bmcs which management controllers answered; at most {@value ProbeTargets#MOST}
 * @param problem why the agent's frames could not be sent, one line, or null when they were
 */
public record ProbeResult(List<Answer> neighbours, List<Answer> bmcs, @Nullable String problem) {

  public ProbeResult {
    neighbours = Checks.list(neighbours, ProbeTargets.MOST, "neighbours");
    bmcs = Checks.list(bmcs, ProbeTargets.MOST, "bmcs");
    if (problem != null) {
      Checks.line(problem, ProbeFinding.LONGEST_TEXT, "problem");
    }
  }

  /**
   * Somebody answered.
   *
   * @param by how, such as {@code ARP}; one line of at most 100 characters
   */
  public record Answer(Ipv4Address address, String by) {
    public Answer {
      Checks.present(address, "answer.address");
      Checks.text(Checks.line(by, 100, "answer.by"), 100, "answer.by");
    }
  }
}
