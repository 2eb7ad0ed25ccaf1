package org.yuzuri.lender.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.wire.command.EnsurePort;

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
    assertThat(rack.places("answered")).contains("server", "neighbour");

    handle(Ports.filtered(1), Ports.filtered(2));
    assertThat(rack.places("answered")).contains("server").doesNotContain("neighbour");

    handle(Ports.closed(1));
    assertThat(rack.places("answered")).doesNotContain("server", "neighbour");

    handle(Ports.filtered(1));
    assertThat(rack.places("answered")).contains("server");
  }

  @Test
  void aServerDoesNotGetWhatIsMeantForItsNeighbour() {
    assertThat(rack.places("stolen")).containsExactly("server");
    assertThat(rack.places("stolen_by_lldp")).containsExactly("server");

    handle(Ports.filtered(1), Ports.filtered(2));

    assertThat(rack.places("stolen")).containsExactly("neighbour");
    assertThat(rack.places("stolen_by_lldp")).containsExactly("neighbour");
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

    assertThat(rack.row("own address, to the neighbour")).isEmpty();
    assertThat(rack.row("neighbour's MAC")).containsExactly("agent");
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

    assertThat(rack.row("own address, to the neighbour")).isEmpty();
    assertThat(rack.row("own address, to everybody")).containsExactly("agent");
  }

  private void handle(EnsurePort... commands) {
    for (EnsurePort command : commands) {
      ports.handle(command);
    }
  }

  private PortHandler agent() {
    return new PortHandler(new LinuxBridge("br-boot", rack.machine(), directory.resolve("ports")));
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
                        assertThat(Rack.texts(row.path("arrived")))
                            .isEqualTo(Rack.texts(row.path(column)))));
  }
}
