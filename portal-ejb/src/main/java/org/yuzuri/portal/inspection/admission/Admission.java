package org.yuzuri.portal.inspection.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yuzuri.portal.server.Promise;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.wire.boot.HardwareFacts;
import org.yuzuri.wire.probe.ProbeOutcome;

/**
 * What keeps a server out of the pool after its inspection.
 *
 * @param fromEntry where it is not what its entry says
 * @param fromOffer where it is less than its offer promises
 * @param fromPort what got through from its port, or could not be tried there
 */
public record Admission(
    List<Difference> fromEntry, List<Difference> fromOffer, List<PortFinding> fromPort) {

  /** Nothing was found that could keep anything out. */
  public static final Admission NOTHING = new Admission(List.of(), List.of(), List.of());

  public Admission {
    fromEntry = List.copyOf(fromEntry);
    fromOffer = List.copyOf(fromOffer);
    fromPort = List.copyOf(fromPort);
  }

  /**
   * Judges.
   *
   * @param keyRead whether the key that signed the facts was read on the server's console
   */
  public static Admission of(
      Server server,
      Promise promise,
      HardwareFacts facts,
      boolean keyRead,
      List<PortFinding> findings) {
    List<Difference> fromEntry = new ArrayList<>(Differences.fromEntry(server, facts));
    if (server.identity() == Identity.CONSOLE && !keyRead) {
      fromEntry.add(new Difference("console", server.console(), ""));
    }
    return new Admission(fromEntry, Differences.fromOffer(promise, facts), notHeld(findings));
  }

  /** Whether nothing keeps it out. */
  public boolean isFit() {
    return fromEntry.isEmpty() && fromOffer.isEmpty() && fromPort.isEmpty();
  }

  /** Every reason, one a line. */
  public String said() {
    return Stream.of(fromPort, fromOffer, fromEntry)
        .flatMap(List::stream)
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }

  /**
   * What got through, and every kind of which nothing was proven. Of several targets one that held
   * is enough, for a machine that is off proves nothing.
   */
  private static List<PortFinding> notHeld(List<PortFinding> findings) {
    return findings.stream()
        .filter(
            finding ->
                switch (finding.outcome()) {
                  case HELD -> false;
                  case GOT_THROUGH -> true;
                  case NOT_TRIED -> !isOutOfReach(finding) && !isTried(finding, findings);
                })
        .toList();
  }

  /**
   * Whether there was nothing to reach: other servers are off while nobody has them, and a BMC that
   * the agent finds at an address of its own machine is on no network. Source: RFC 1122, 3.2.1.3.
   */
  private static boolean isOutOfReach(PortFinding notTried) {
    return switch (notTried.kind()) {
      case OTHER_SERVER -> true;
      case BMC -> notTried.target().startsWith("127.");
      default -> false;
    };
  }

  private static boolean isTried(PortFinding notTried, List<PortFinding> findings) {
    return findings.stream()
        .filter(other -> other.kind() == notTried.kind())
        .anyMatch(other -> other.outcome() != ProbeOutcome.NOT_TRIED);
  }
}
