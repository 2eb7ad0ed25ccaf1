package org.yuzuri.lender.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.wire.boot.BootFact;
import org.yuzuri.wire.boot.ProbeTargets;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.probe.PortProbe;
import org.yuzuri.wire.probe.ProbeFinding;
import org.yuzuri.wire.probe.ProbeKind;
import org.yuzuri.wire.probe.ProbeOutcome;
import org.yuzuri.wire.probe.ProbeResult;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.MacAddress;

/** What a probe says of what arrived and who answered. */
final class PortProbesTest {

  private static final Ipv4Address NEIGHBOUR = Ipv4Address.of("192.0.2.18");
  private static final Ipv4Address BMC = Ipv4Address.of("127.0.0.1");
  private static final ProbeResult SILENCE = new ProbeResult(List.of(), List.of(), null);

  private final SimulatedCounters counters = new SimulatedCounters();
  private final PortProbes probes =
      new PortProbes(
          "br-boot",
          Ipv4Address.of("192.0.2.1"),
          counters,
          () -> MacAddress.of("52:54:00:00:00:01"),
          new Random(17));

  @Test
  void silenceIsHeldOnlyWhileOrdinaryFramesArrive() {
    ordinaryFramesArrive();
    assertThat(outcomes(probe(boot(NEIGHBOUR), SILENCE)))
        .containsEntry(ProbeKind.FOREIGN_MAC, ProbeOutcome.HELD)
        .containsEntry(ProbeKind.TAGGED_FRAME, ProbeOutcome.HELD);

    counters.arriving.remove("AFTER");
    PortProbe deaf = probe(anotherBoot(), SILENCE);

    assertThat(outcomes(deaf)).doesNotContainValue(ProbeOutcome.HELD);
    assertThat(finding(deaf, ProbeKind.FOREIGN_MAC).seen())
        .isEqualTo("TOO_FEW_ORDINARY_FRAMES: 3/3, 0/3");
  }

  @Test
  void whatArrivesGotThroughAndTheOthersHeld() {
    ordinaryFramesArrive();
    for (ProbeKind kind : List.of(ProbeKind.DHCP_ANSWER, ProbeKind.FOREIGN_ARP)) {
      counters.arriving.put(kind.name(), 2);
    }

    PortProbe probe = probe(boot(NEIGHBOUR), SILENCE);

    assertThat(outcomes(probe))
        .containsEntry(ProbeKind.DHCP_ANSWER, ProbeOutcome.GOT_THROUGH)
        .containsEntry(ProbeKind.FOREIGN_ARP, ProbeOutcome.GOT_THROUGH)
        .containsEntry(ProbeKind.FOREIGN_MAC, ProbeOutcome.HELD);
    assertThat(finding(probe, ProbeKind.FOREIGN_ARP))
        .isEqualTo(
            new ProbeFinding(
                ProbeKind.FOREIGN_ARP,
                ProbeOutcome.GOT_THROUGH,
                "192.0.2.18",
                "FRAMES_ARRIVED: 2/3"));
  }

  @Test
  void whatArrivesGotThroughAlsoWithoutOrdinaryFrames() {
    counters.arriving.put("FOREIGN_MAC", 1);

    assertThat(outcomes(probe(boot(NEIGHBOUR), SILENCE)))
        .containsEntry(ProbeKind.FOREIGN_MAC, ProbeOutcome.GOT_THROUGH)
        .containsEntry(ProbeKind.FOREIGN_ARP, ProbeOutcome.NOT_TRIED);
  }

  @Test
  void silenceOfAnotherServerIsHeldOnlyWhenItAnswersTheAgent() {
    ordinaryFramesArrive();
    Ipv4Address off = Ipv4Address.of("192.0.2.19");
    Ipv4Address open = Ipv4Address.of("192.0.2.20");
    counters.reachable.add(NEIGHBOUR.text());
    ProbeResult answers =
        new ProbeResult(List.of(new ProbeResult.Answer(open, "ARP")), List.of(), null);

    PortProbe probe = probe(boot(NEIGHBOUR, off, open), answers);

    assertThat(
            probe.findings().stream().filter(finding -> finding.kind() == ProbeKind.OTHER_SERVER))
        .extracting(finding -> finding.target() + " " + finding.outcome())
        .containsExactly("192.0.2.18 HELD", "192.0.2.19 NOT_TRIED", "192.0.2.20 GOT_THROUGH");
  }

  @Test
  void addressThatEveryMachineHasIsNotTried() {
    ProbeResult answers =
        new ProbeResult(List.of(), List.of(new ProbeResult.Answer(BMC, "ICMP")), null);

    assertThat(outcomes(probe(boot(NEIGHBOUR), answers)))
        .containsEntry(ProbeKind.BMC, ProbeOutcome.NOT_TRIED);
  }

  @Test
  void withoutOtherServersFramesBearAnotherAddressOfTheNetwork() {
    ordinaryFramesArrive();

    PortProbe probe = probe(boot(), SILENCE);

    assertThat(finding(probe, ProbeKind.FOREIGN_ADDRESS).target()).isEqualTo("192.0.2.254");
    assertThat(finding(probe, ProbeKind.FOREIGN_ADDRESS).outcome()).isEqualTo(ProbeOutcome.HELD);
    assertThat(finding(probe, ProbeKind.OTHER_SERVER).outcome()).isEqualTo(ProbeOutcome.NOT_TRIED);
  }

  @Test
  void repeatedResultIsTheSameProbeAndNoneIsBegunBehindIt() {
    ordinaryFramesArrive();
    EnsureBoot boot = boot(NEIGHBOUR);
    PortProbe first = probe(boot, SILENCE);
    counters.arriving.put("FOREIGN_MAC", 3);

    assertThat(probes.finish(boot, SILENCE)).contains(first);
    assertThat(probes.begin(boot)).isEmpty();
    assertThat(counters.chains()).isEmpty();
  }

  @Test
  void probeThatWasNotBegunOrIsNotAskedForHasNoEnd() {
    EnsureBoot plain = BootCommands.install().buildInspect();

    assertThat(probes.begin(plain)).isEmpty();
    assertThat(probes.finish(plain, SILENCE)).isEmpty();
    assertThat(probes.finish(boot(NEIGHBOUR), SILENCE)).isEmpty();
    EnsureBoot installation =
        BootCommands.install()
            .fact(BootFact.PROBE_NEIGHBOURS, "")
            .fact(BootFact.PROBE_BMCS, "")
            .build();
    assertThat(probes.begin(installation)).isEmpty();
  }

  @Test
  void countersGoWithTheBootAndWithTheNextStart() {
    EnsureBoot boot = boot(NEIGHBOUR);
    probes.begin(boot);
    assertThat(counters.chains()).containsExactly("server-3");

    probes.end(boot.mac());
    assertThat(counters.chains()).isEmpty();

    probes.begin(boot);
    probes.restore();
    assertThat(counters.chains()).isEmpty();
  }

  @Test
  void agentThatCannotCountSaysSoOfEachKind() {
    counters.refusal = "Error: Could not process rule:\nOperation not supported";

    PortProbe probe = probe(boot(NEIGHBOUR), SILENCE);

    assertThat(outcomes(probe)).doesNotContainValue(ProbeOutcome.HELD);
    assertThat(finding(probe, ProbeKind.TAGGED_FRAME).seen())
        .startsWith("FRAMES_NOT_COUNTED: ")
        .contains("Operation not supported");
  }

  @Test
  void serverThatCouldNotSendIsQuoted() {
    ProbeResult result = new ProbeResult(List.of(), List.of(), "bittwist: no such device");

    assertThat(finding(probe(boot(NEIGHBOUR), result), ProbeKind.FOREIGN_MAC).seen())
        .isEqualTo("FRAMES_NOT_SENT: bittwist: no such device");
  }

  private void ordinaryFramesArrive() {
    counters.arriving.put("BEFORE", 3);
    counters.arriving.put("AFTER", 3);
  }

  private PortProbe probe(EnsureBoot boot, ProbeResult result) {
    assertThat(probes.begin(boot)).isPresent();
    return probes.finish(boot, result).orElseThrow();
  }

  private static EnsureBoot boot(Ipv4Address... neighbours) {
    return boot(BootCommands.install(), neighbours);
  }

  private static EnsureBoot anotherBoot() {
    return boot(BootCommands.install().token("b".repeat(40)), NEIGHBOUR);
  }

  private static EnsureBoot boot(BootCommands commands, Ipv4Address... neighbours) {
    new ProbeTargets(List.of(neighbours), List.of(BMC)).facts().forEach(commands::fact);
    return commands.buildInspect();
  }

  private static Map<ProbeKind, ProbeOutcome> outcomes(PortProbe probe) {
    return probe.findings().stream()
        .collect(Collectors.toMap(ProbeFinding::kind, ProbeFinding::outcome));
  }

  private static ProbeFinding finding(PortProbe probe, ProbeKind kind) {
    return probe.findings().stream()
        .filter(finding -> finding.kind() == kind)
        .findFirst()
        .orElseThrow();
  }
}
