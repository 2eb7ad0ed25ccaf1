package org.yuzuri.lender.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.command.Pause;
import org.yuzuri.lender.port.Rack;
import org.yuzuri.wire.value.Ipv4Address;

/** Who answers the agent's ARP on a real bridge. */
final class NeighbourWitnessIT {

  private static final Ipv4Address THERE = Ipv4Address.of("192.0.2.18");
  private static final Ipv4Address GONE = Ipv4Address.of("192.0.2.19");

  private Rack rack;

  @BeforeEach
  void start() throws IOException {
    rack = Rack.start();
    run("python3", "-B", "src/test/resources/probe/answer_arp.py", "server-2", THERE.text());
  }

  @AfterEach
  void end() throws IOException {
    rack.close();
  }

  @Test
  void onlyWhoAnswersNowIsThere() {
    NeighbourWitness witness = new NeighbourWitness("br-boot", rack.machine(), Pause::sleep);
    assertThat(witness.answering(List.of(THERE, GONE))).containsExactly(THERE);

    run("ip", "link", "set", "server-2", "down");

    assertThat(witness.answering(List.of(THERE))).isEmpty();
  }

  private void run(String... argv) {
    rack.machine().runOrThrow(ProcessCall.of(argv));
  }
}
