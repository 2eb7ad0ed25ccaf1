package org.yuzuri.lender.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.yuzuri.wire.value.Ipv4Address;

/** Over real datagrams; the test is the management controller at 127.0.0.2. */
final class BmcWitnessTest {

  @Test
  void onlyWhoAnswersThePresencePingIsThere() throws IOException {
    try (DatagramSocket bmc = new DatagramSocket(0, InetAddress.getByName("127.0.0.2"))) {
      CompletableFuture<String> asked = CompletableFuture.supplyAsync(() -> answerOne(bmc));
      Ipv4Address present = Ipv4Address.of("127.0.0.2");

      assertThat(
              new BmcWitness(bmc.getLocalPort())
                  .answering(List.of(present, Ipv4Address.of("127.0.0.3"))))
          .containsExactly(present);
      assertThat(asked.join()).isEqualTo("0600ff06000011be80010000");
    }
  }

  private static String answerOne(DatagramSocket bmc) {
    DatagramPacket packet = new DatagramPacket(new byte[64], 64);
    try {
      bmc.receive(packet);
      String ping = HexFormat.of().formatHex(packet.getData(), 0, packet.getLength());
      bmc.send(packet);
      return ping;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
