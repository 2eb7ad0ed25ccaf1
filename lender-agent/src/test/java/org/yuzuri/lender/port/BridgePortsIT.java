package org.yuzuri.lender.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.Processes;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.host.firewall.FirewallException;
import org.yuzuri.host.firewall.Nft;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsurePort;
import org.yuzuri.wire.port.PortAccess;
import org.yuzuri.wire.port.ServerPort;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.MacAddress;

/** Whose ports a bridge has, over restarts and moves; shown by a hostile server's frames. */
final class BridgePortsIT {

  @TempDir Path directory;

  private Rack rack;
  private PortHandler ports;

  @BeforeEach
  void start() throws IOException {
    rack = Rack.start();
    ports = agent();
  }

  @AfterEach
  void end() throws IOException {
    rack.close();
  }

  @Test
  void anotherAgentGoesOnWithTheFilterOfTheFirst() {
    handle(Ports.filtered(1), Ports.filtered(2));
    rack.machine().runOrThrow(ProcessCall.of("nft", "flush", "ruleset"));
    assertThat(rack.row("neighbour's MAC")).containsExactly("agent");

    agent().restore();

    assertThat(rack.row("neighbour's MAC")).isEmpty();
    assertThat(rack.row("own address, to the agent")).containsExactly("agent");
  }

  @Test
  void anAgentThatHasLostItsMemoryOpensNoPort() throws IOException {
    handle(Ports.filtered(1), Ports.filtered(2));
    for (int server : new int[] {1, 2}) {
      Files.delete(directory.resolve("ports/tap-" + server + ".json"));
    }
    PortHandler other = agent();

    other.restore();
    other.handle(Ports.filtered(2));

    assertThat(rack.row("neighbour's MAC")).isEmpty();
    assertThat(rack.row("own address, to the agent")).containsExactly("agent");
  }

  @Test
  void whatWasDroppedIsCountedByReasonAndToldWithTheNextCommand() {
    handle(Ports.filtered(1), Ports.filtered(2));
    rack.row("neighbour's MAC");

    Map<String, String> facts = facts(Ports.closed(1));

    assertThat(facts)
        .containsEntry("filter", "LINUX_BRIDGE")
        .containsKeys(
            "dropped.foreign-mac",
            "dropped.other-ethertype",
            "dropped.forged-arp",
            "dropped.foreign-address",
            "dropped.server-answer",
            "dropped.foreign-client",
            "dropped.router-claim",
            "dropped.link-local",
            "dropped.other-port");
    assertThat(facts(Ports.filtered(2))).doesNotContainKey("dropped.foreign-mac");
  }

  @Test
  void aPortThatAServerHadBeforeStaysClosed() {
    handle(Ports.filtered(1), Ports.filtered(2));

    handle(Ports.filtered(1, Ports.bridge("tap-3")));
    assertThat(rack.row("own address, to the agent")).isEmpty();

    handle(Ports.filtered(1));
    assertThat(rack.row("own address, to the agent")).containsExactly("agent");
  }

  @Test
  void anOperatorLiftsAClosedPortByHandUntilTheNextCommand() {
    handle(Ports.filtered(1), Ports.filtered(2), Ports.closed(1));

    rack.machine()
        .runOrThrow(
            ProcessCall.of(
                "nft",
                "delete element bridge yuzuri ports { \"tap-1\" };"
                    + " delete element bridge yuzuri closed { \"tap-1\" }"));
    assertThat(rack.row("own address, to the agent")).containsExactly("agent");
    assertThat(rack.places("answered")).contains("server");

    handle(Ports.closed(1));
    assertThat(rack.row("own address, to the agent")).isEmpty();
  }

  @Test
  void anExternalPortIsLeftAloneAndThatIsSaid() {
    handle(Ports.closed(1));

    Map<String, String> facts = facts(Ports.filtered(1, ServerPort.EXTERNAL));

    assertThat(facts).containsExactly(Map.entry("filter", "EXTERNAL"));
    assertThat(rack.row("own address, to the agent")).containsExactly("agent");
    assertThat(rack.row("neighbour's MAC")).containsExactly("agent");
  }

  @Test
  void aNameThatIsNoPortOfTheBridgeIsRefusedAndNothingChanges() {
    handle(Ports.filtered(1), Ports.filtered(2));

    assertFails(Ports.filtered(1, Ports.bridge("tap-9")), "PORT_MISSING", "\"tap-9\"");
    assertFails(Ports.filtered(1, Ports.bridge("server-1")), "PORT_MISSING", "a port of br-boot");

    assertThat(rack.row("own address, to the agent")).containsExactly("agent");
    assertThat(rack.row("neighbour's MAC")).isEmpty();
  }

  @Test
  void aRackOfAThousandServersIsFilteredAtOnce() {
    FilterTable table = new FilterTable(new Nft(rack.machine()));
    List<PortBinding> thousand =
        IntStream.range(0, 1000)
            .mapToObj(
                n ->
                    new PortBinding(
                        n,
                        Ports.bridge("port-" + n),
                        MacAddress.of("02:00:00:00:%02x:%02x".formatted(n >> 8, n & 255)),
                        Ipv4Address.of("10.0." + (n >> 8) + "." + (n & 255)),
                        n % 2 == 0 ? PortAccess.FILTERED : PortAccess.CLOSED))
            .toList();

    table.begin(thousand);
    table.replace(thousand, Set.of());

    assertThat(table.dropped("port-1")).isEmpty();
  }

  @Test
  void rulesThatSomebodyChangedAreFoundWhenTheyAreReadBack() {
    handle(Ports.filtered(1));
    FilterTable table = new FilterTable(new Nft(tampering()));

    assertThatThrownBy(() -> table.replace(List.of(PortBinding.of(Ports.filtered(1))), Set.of()))
        .isInstanceOf(FirewallException.class)
        .hasMessageContaining("rules read back");
  }

  /** Right after the rules are set, somebody empties a chain. */
  private Processes tampering() {
    return call -> {
      if (call.argv().contains("list")) {
        rack.machine()
            .runOrThrow(ProcessCall.of("nft", "flush", "chain", "bridge", "yuzuri", "arp-frames"));
      }
      return rack.machine().run(call);
    };
  }

  private void assertFails(EnsurePort command, String code, String text) {
    assertThatThrownBy(() -> ports.handle(command))
        .isInstanceOfSatisfying(
            CommandFailedException.class,
            failed ->
                assertThat(failed.outcome())
                    .isInstanceOfSatisfying(
                        CommandOutcome.Failed.class,
                        outcome -> assertThat(outcome.code()).isEqualTo(code)))
        .hasMessageContaining(text);
  }

  private void handle(EnsurePort... commands) {
    for (EnsurePort command : commands) {
      ports.handle(command);
    }
  }

  private Map<String, String> facts(EnsurePort command) {
    return ((CommandOutcome.Done) ports.handle(command)).facts();
  }

  private PortHandler agent() {
    return new PortHandler(new LinuxBridge("br-boot", rack.machine(), directory.resolve("ports")));
  }
}
