package org.yuzuri.lender.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.lender.port.LinuxBridge;
import org.yuzuri.lender.port.PortHandler;
import org.yuzuri.lender.port.Ports;
import org.yuzuri.lender.port.Rack;
import org.yuzuri.wire.boot.BootFact;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.probe.PortProbe;
import org.yuzuri.wire.probe.ProbeFinding;
import org.yuzuri.wire.probe.ProbeKind;
import org.yuzuri.wire.probe.ProbeOutcome;
import org.yuzuri.wire.probe.ProbeResult;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.MacAddress;

/** A probe's frames from server 1 through a real bridge, counted by real nftables. */
final class PortProbeIT {

  private static final Path REPLAY = Path.of("src/test/resources/probe/replay.py");

  /** The kinds that are tried by sending. */
  private static final Set<ProbeKind> SENT =
      EnumSet.complementOf(EnumSet.of(ProbeKind.OTHER_SERVER, ProbeKind.BMC));

  @TempDir Path directory;

  private Rack rack;
  private PortProbes probes;

  @BeforeEach
  void start() throws IOException {
    rack = Rack.start();
    probes =
        new PortProbes(
            "br-boot",
            Ipv4Address.of("192.0.2.1"),
            rack.machine(),
            () -> MacAddress.of("52:54:00:00:00:01"),
            new Random(17));
  }

  @AfterEach
  void end() throws IOException {
    rack.close();
  }

  @Test
  void withoutAFilterEveryKindGetsThrough() throws IOException {
    assertThat(kinds(probe("server-1"), ProbeOutcome.GOT_THROUGH)).isEqualTo(SENT);
  }

  @Test
  void filteredPortHoldsEveryKind() throws IOException {
    filter();

    assertThat(kinds(probe("server-1"), ProbeOutcome.HELD)).isEqualTo(SENT);
  }

  @Test
  void closedPortOrAnotherOneProvesNothing() throws IOException {
    filter();

    assertThat(kinds(probe("server-2"), ProbeOutcome.NOT_TRIED)).containsAll(SENT);
  }

  @Test
  void holeInTheFilterIsNamed() throws IOException {
    filter();
    rack.machine()
        .runOrThrow(
            ProcessCall.of("nft", "insert rule bridge yuzuri ipv4-packets udp sport 67 accept"));

    assertThat(kinds(probe("server-1"), ProbeOutcome.GOT_THROUGH))
        .containsExactly(ProbeKind.DHCP_ANSWER);
  }

  @Test
  void frameOfAProbeEndsAtTheCountersAndTheyGoWithIt() throws IOException {
    rack.machine()
        .runOrThrow(
            ProcessCall.of(
                "ip",
                "neighbour",
                "replace",
                "192.0.2.18",
                "lladdr",
                "52:54:00:00:00:12",
                "dev",
                "br-boot",
                "nud",
                "stale"));

    assertThat(kinds(probe("server-1"), ProbeOutcome.GOT_THROUGH)).contains(ProbeKind.FOREIGN_ARP);

    assertThat(output("ip", "neighbour", "show", "dev", "br-boot"))
        .doesNotContain("52:54:00:00:00:11");
    assertThat(output("nft", "list", "ruleset")).doesNotContain("server-3");
  }

  private void filter() {
    PortHandler ports =
        new PortHandler(new LinuxBridge("br-boot", rack.machine(), directory.resolve("ports")));
    ports.handle(Ports.filtered(1));
    ports.handle(Ports.filtered(2));
  }

  private PortProbe probe(String sender) throws IOException {
    EnsureBoot boot =
        BootCommands.install()
            .fact(BootFact.PROBE_NEIGHBOURS, "192.0.2.18")
            .fact(BootFact.PROBE_BMCS, "")
            .buildInspect();
    Path capture = directory.resolve("frames.pcap");
    Files.write(capture, probes.begin(boot).orElseThrow());
    output("python3", "-B", REPLAY.toString(), sender, capture.toString());
    ProbeResult silence = new ProbeResult(List.of(), List.of(), null);
    return probes.finish(boot, silence).orElseThrow();
  }

  private String output(String... argv) {
    return rack.machine().runOrThrow(ProcessCall.of(argv)).output();
  }

  private static Set<ProbeKind> kinds(PortProbe probe, ProbeOutcome outcome) {
    return probe.findings().stream()
        .filter(finding -> finding.outcome() == outcome)
        .map(ProbeFinding::kind)
        .collect(Collectors.toSet());
  }
}
