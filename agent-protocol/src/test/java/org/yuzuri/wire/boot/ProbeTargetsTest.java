package org.yuzuri.wire.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yuzuri.wire.value.Ipv4Address;

final class ProbeTargetsTest {

  private static final Ipv4Address ONE = Ipv4Address.of("192.0.2.18");
  private static final Ipv4Address OTHER = Ipv4Address.of("198.51.100.61");

  @Test
  void targetsComeBackFromTheFactsThatTheyAreSaidBy() {
    for (ProbeTargets targets :
        List.of(
            new ProbeTargets(List.of(ONE, OTHER), List.of(OTHER)),
            new ProbeTargets(List.of(), List.of()))) {
      assertThat(ProbeTargets.of(new BootFacts(targets.facts()))).contains(targets);
    }
    assertThat(new ProbeTargets(List.of(ONE, OTHER), List.of()).facts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(BootFact.PROBE_NEIGHBOURS, ONE + " " + OTHER, BootFact.PROBE_BMCS, ""));
  }

  @Test
  void bootThatIsToldNoTargetsProbesNothing() {
    assertThat(ProbeTargets.of(BootFacts.NONE)).isEmpty();
  }

  @Test
  void moreTargetsThanAProbeHasTimeForAreRefused() {
    List<Ipv4Address> many =
        IntStream.rangeClosed(1, 33).mapToObj(n -> Ipv4Address.of("192.0.2." + n)).toList();

    assertThatThrownBy(() -> new ProbeTargets(many, List.of()))
        .hasMessage("neighbours is \"33 entries\", expected at most 32");
  }
}
