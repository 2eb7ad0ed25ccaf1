package org.yuzuri.lender.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.Processes;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.host.firewall.FirewallException;
import org.yuzuri.host.firewall.Nft;
import org.yuzuri.wire.command.EnsurePort;
import org.yuzuri.wire.port.ServerPort;
import org.yuzuri.wire.report.CommandOutcome;

/** A hostile server's frames through a real bridge and real nftables. */
final class LinuxBridgeIT {

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

  /** Shows that the trials can tell: each of these arrives where no filter is. */
  @TestFactory
  Stream<DynamicTest> withoutAFilterEveryFrameArrives() {
    return rows("unfiltered");
  }

  @TestFactory
  Stream<DynamicTest> aFilteredPortCarriesItsServersOwnFramesToTheAgentOnly() {
    handle(Ports.filtered(1), Ports.filtered(2));

    return rows("filtered");
  }

  @TestFactory
  Stream<DynamicTest> nothingOfAServerPassesAClosedPort() {
    handle(Ports.filtered(1), Ports.filtered(2), Ports.closed(1));

    return rows("closed");
  }

  @Test
  void whatIsSentToAServerReachesNoOtherAndNoneWhosePortIsClosed() {
    assertThat(places("answered")).contains("server", "neighbour");

    handle(Ports.filtered(1), Ports.filtered(2));
    assertThat(places("answered")).contains("server").doesNotContain("neighbour");

    handle(Ports.closed(1));
    assertThat(places("answered")).doesNotContain("server", "neighbour");

    handle(Ports.filtered(1));
    assertThat(places("answered")).contains("server");
  }

  @Test
  void aServerDoesNotGetWhatIsMeantForItsNeighbour() {
    assertThat(places("stolen")).containsExactly("server");
    assertThat(places("stolen_by_lldp")).containsExactly("server");

    handle(Ports.filtered(1), Ports.filtered(2));

    assertThat(places("stolen")).containsExactly("neighbour");
    assertThat(places("stolen_by_lldp")).containsExactly("neighbour");
  }

  @Test
  void aServerCannotFloodItsNetwork() {
    assertThat(rack.tries("burst").asInt()).isEqualTo(1000);

    handle(Ports.filtered(1), Ports.filtered(2));

    // 100 at once and 50 a second, of a trial that takes less than four.
    assertThat(rack.tries("burst").asInt()).isBetween(1, 300);
  }

  @Test
  void isolationAloneHoldsWhereTheRulesAreLost() {
    handle(Ports.filtered(1), Ports.filtered(2));
    rack.machine().runOrThrow(ProcessCall.of("nft", "flush", "ruleset"));

    assertThat(row("own address, to the neighbour")).isEmpty();
    assertThat(row("neighbour's MAC")).containsExactly("agent");
  }

  @Test
  void rulesAloneHoldWhereIsolationIsLost() {
    handle(Ports.filtered(1), Ports.filtered(2));
    for (String port : List.of("tap-1", "tap-2")) {
      rack.machine()
          .runOrThrow(
              ProcessCall.of(
                  "ip", "link", "set", "dev", port, "type", "bridge_slave", "isolated", "off"));
    }

    assertThat(row("own address, to the neighbour")).isEmpty();
    assertThat(row("own address, to everybody")).containsExactly("agent");
  }

  @Test
  void anotherAgentGoesOnWithTheFilterOfTheFirst() {
    handle(Ports.filtered(1), Ports.filtered(2));
    rack.machine().runOrThrow(ProcessCall.of("nft", "flush", "ruleset"));
    assertThat(row("neighbour's MAC")).containsExactly("agent");

    agent().restore();

    assertThat(row("neighbour's MAC")).isEmpty();
    assertThat(row("own address, to the agent")).containsExactly("agent");
  }

  @Test
  void whatWasDroppedIsCountedByReasonAndToldWithTheNextCommand() {
    handle(Ports.filtered(1), Ports.filtered(2));
    row("neighbour's MAC");

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
    assertThat(row("own address, to the agent")).isEmpty();

    handle(Ports.filtered(1));
    assertThat(row("own address, to the agent")).containsExactly("agent");
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
    assertThat(row("own address, to the agent")).containsExactly("agent");
    assertThat(places("answered")).contains("server");

    handle(Ports.closed(1));
    assertThat(row("own address, to the agent")).isEmpty();
  }

  @Test
  void anExternalPortIsLeftAloneAndThatIsSaid() {
    handle(Ports.closed(1));

    Map<String, String> facts = facts(Ports.filtered(1, ServerPort.EXTERNAL));

    assertThat(facts).containsExactly(Map.entry("filter", "EXTERNAL"));
    assertThat(row("own address, to the agent")).containsExactly("agent");
    assertThat(row("neighbour's MAC")).containsExactly("agent");
  }

  @Test
  void aNameThatIsNoPortOfTheBridgeIsRefusedAndNothingChanges() {
    handle(Ports.filtered(1), Ports.filtered(2));

    assertFails(Ports.filtered(1, Ports.bridge("tap-9")), "PORT_MISSING", "\"tap-9\"");
    assertFails(Ports.filtered(1, Ports.bridge("server-1")), "PORT_MISSING", "a port of br-boot");

    assertThat(row("own address, to the agent")).containsExactly("agent");
    assertThat(row("neighbour's MAC")).isEmpty();
  }

  @Test
  void rulesThatSomebodyChangedAreFoundWhenTheyAreReadBack() {
    handle(Ports.filtered(1));
    FilterTable table = new FilterTable(new Nft(tampering()));

    assertThatThrownBy(() -> table.replace(List.of(PortBinding.of(Ports.filtered(1)))))
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

  private List<String> places(String trial) {
    return texts(rack.tries(trial));
  }

  private List<String> row(String name) {
    return StreamSupport.stream(rack.tries("rows").spliterator(), false)
        .filter(row -> row.path("row").asText().equals(name))
        .map(row -> texts(row.path("arrived")))
        .findFirst()
        .orElseThrow();
  }

  private Stream<DynamicTest> rows(String column) {
    JsonNode rows = rack.tries("rows");
    assertThat(rows).hasSizeGreaterThan(40);
    return StreamSupport.stream(rows.spliterator(), false)
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.path("row").asText(),
                    () ->
                        assertThat(texts(row.path("arrived"))).isEqualTo(texts(row.path(column)))));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
