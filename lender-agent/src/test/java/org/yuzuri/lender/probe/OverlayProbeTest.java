package org.yuzuri.lender.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.MacAddress;

/** What the overlay is tested with is what this agent has servers send, and counts. */
final class OverlayProbeTest {

  private static final Path PROBE = Path.of("../transfer-overlay/test/probe");
  private static final Parties WHO =
      new Parties(
          MacAddress.of("52:54:00:00:00:11"),
          Ipv4Address.of("192.0.2.17"),
          MacAddress.of("52:54:00:00:00:01"),
          Ipv4Address.of("192.0.2.1"),
          MacAddress.of("02:00:5e:00:53:11"),
          Ipv4Address.of("192.0.2.18"));

  @Test
  void framesAreThoseOfTheOverlaysTest() throws IOException {
    List<byte[]> frames = ProbeFrames.of(WHO);

    String text =
        frames.stream()
            .map(HexFormat.of()::formatHex)
            .distinct()
            .collect(Collectors.joining("\n", "", "\n"));
    assertThat(text).isEqualTo(Files.readString(PROBE.resolve("frames.hex")));
    assertThat(frames).hasSize(8 * ProbeFrames.COPIES);
  }

  @Test
  void countersAreThoseOfTheOverlaysTest() throws IOException {
    assertThat(ArrivalCounters.render("server-3", "br-boot", WHO))
        .isEqualTo(Files.readString(PROBE.resolve("counters.nft")));
  }
}
