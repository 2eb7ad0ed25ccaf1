package org.yuzuri.lender.probe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.probe.PortProbe;
import org.yuzuri.wire.probe.ProbeFinding;
import org.yuzuri.wire.probe.ProbeKind;
import org.yuzuri.wire.probe.ProbeOutcome;
import org.yuzuri.wire.probe.ProbeResult;
import org.yuzuri.wire.probe.ProbeSight;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * What follows from what was seen: something that arrived got through whatever else; silence means
 * held only where something ordinary was heard. Pure.
 */
final class Findings {

  private final Parties who;
  private final Arrivals arrivals;
  private final @Nullable String problem;

  /**
   * Findings about one server.
   *
   * @param problem what was seen of each kind when frames could not be sent or counted, or null
   */
  Findings(Parties who, Arrivals arrivals, @Nullable String problem) {
    this.who = who;
    this.arrivals = arrivals;
    this.problem = problem;
  }

  PortProbe with(List<ProbeFinding> others, List<ProbeFinding> bmcs) {
    List<ProbeFinding> all = new ArrayList<>();
    all.add(sent(ProbeKind.FOREIGN_MAC, who.foreignMac().text()));
    all.add(sent(ProbeKind.FOREIGN_ADDRESS, who.foreignAddress().text()));
    all.add(sent(ProbeKind.FOREIGN_ARP, who.foreignAddress().text()));
    all.add(sent(ProbeKind.DHCP_ANSWER, "UDP port 67"));
    all.add(sent(ProbeKind.ROUTER_ADVERTISEMENT, "IPv6"));
    all.add(sent(ProbeKind.TAGGED_FRAME, "VLAN " + ProbeFrames.VLAN));
    all.addAll(others);
    all.addAll(bmcs);
    return new PortProbe(all);
  }

  private ProbeFinding sent(ProbeKind kind, String target) {
    long arrived = arrivals.count(kind);
    if (arrived > 0) {
      String seen = ProbeSight.FRAMES_ARRIVED.said(ofAll(arrived));
      return new ProbeFinding(kind, ProbeOutcome.GOT_THROUGH, target, seen);
    }
    if (arrivals.carried()) {
      String seen = ProbeSight.ORDINARY_FRAMES_ONLY.said();
      return new ProbeFinding(kind, ProbeOutcome.HELD, target, seen);
    }
    return new ProbeFinding(kind, ProbeOutcome.NOT_TRIED, target, silence());
  }

  private String silence() {
    return problem != null
        ? problem
        : ProbeSight.TOO_FEW_ORDINARY_FRAMES.said(
            ofAll(arrivals.before()) + ", " + ofAll(arrivals.after()));
  }

  private static String ofAll(long arrived) {
    return arrived + "/" + ProbeFrames.COPIES;
  }

  /**
   * What somebody's answer or silence means.
   *
   * @param targets whom the server has tried to reach
   * @param answers who answered it
   * @param present who answers the agent
   */
  static List<ProbeFinding> reached(
      ProbeKind kind,
      Collection<Ipv4Address> targets,
      List<ProbeResult.Answer> answers,
      Set<Ipv4Address> present) {
    if (targets.isEmpty()) {
      return List.of(
          new ProbeFinding(kind, ProbeOutcome.NOT_TRIED, "", ProbeSight.NO_ADDRESS.said()));
    }
    Map<Ipv4Address, String> answered =
        answers.stream()
            .collect(
                Collectors.toMap(
                    ProbeResult.Answer::address,
                    ProbeResult.Answer::by,
                    (one, other) -> one + ", " + other));
    return targets.stream()
        .distinct()
        .map(target -> reached(kind, target, answered.get(target), present.contains(target)))
        .toList();
  }

  private static ProbeFinding reached(
      ProbeKind kind, Ipv4Address target, @Nullable String by, boolean present) {
    String address = target.text();
    if (BmcWitness.isItself(target)) {
      return new ProbeFinding(
          kind, ProbeOutcome.NOT_TRIED, address, ProbeSight.ADDRESS_OF_ITSELF.said());
    }
    if (by != null) {
      return new ProbeFinding(
          kind, ProbeOutcome.GOT_THROUGH, address, ProbeSight.ANSWERED_THE_SERVER.said(by));
    }
    return present
        ? new ProbeFinding(
            kind, ProbeOutcome.HELD, address, ProbeSight.ANSWERED_THE_AGENT_ONLY.said())
        : new ProbeFinding(
            kind, ProbeOutcome.NOT_TRIED, address, ProbeSight.ANSWERED_NOBODY.said());
  }
}
