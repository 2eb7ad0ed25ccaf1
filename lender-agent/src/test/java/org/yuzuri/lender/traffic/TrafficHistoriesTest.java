package org.yuzuri.lender.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.lender.port.Ports;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.TrafficCounted;

/**
 * Random lives of two servers against a witness that adds up what passed: bytes that no look has
 * seen before the kernel forgot them are lost, nothing else is, and nothing is counted twice.
 */
final class TrafficHistoriesTest {

  private static final int STEPS = 400;
  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration LONG = Duration.ofMinutes(15);

  @TempDir Path directory;

  private final SimulatedNft nft = new SimulatedNft();
  private final List<AgentReport> reports = new ArrayList<>();

  /** What the witness knows of a server. */
  private static final class Seen {
    private long counted;
    private long unseen;

    void look() {
      counted += unseen;
      unseen = 0;
    }

    void forgotten() {
      unseen = 0;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void totalsAreWhatTheWitnessSaw(long seed) {
    Random random = new Random(seed);
    Map<Integer, Seen> seen = new HashMap<>(Map.of(1, new Seen(), 2, new Seen()));
    Instant now = BEGIN;
    TrafficMeter meter = agent(now);
    meter.portIs(Ports.filtered(1));
    meter.portIs(Ports.filtered(2));
    for (int step = 0; step < STEPS; step++) {
      int server = 1 + random.nextInt(2);
      switch (random.nextInt(8)) {
        case 0 -> {
          nft.flush();
          seen.values().forEach(Seen::forgotten);
          // Nothing counts until somebody looks.
          meter.look();
        }
        case 1 -> {
          meter.look();
          seen.values().forEach(Seen::look);
          nft.reset();
          // A counter that outgrew the last look by the next one would look as if it had gone on.
          meter.look();
        }
        case 2 -> {
          now = now.plus(LONG);
          meter.close();
          meter = agent(now);
        }
        case 3 -> meter.portIs(Ports.filtered(server));
        case 4 -> {
          meter.look();
          seen.values().forEach(Seen::look);
        }
        default -> {
          long bytes = random.nextLong(1L << random.nextInt(1, 50));
          nft.passes("sent", "192.0.2." + (16 + server), bytes);
          seen.get(server).unseen += bytes;
        }
      }
    }
    meter.close();
    TrafficMeter last = agent(now.plus(LONG));
    last.look();
    seen.values().forEach(Seen::look);
    last.close();

    for (int server = 1; server <= 2; server++) {
      List<Long> totals = totals(server);
      assertThat(totals).isSorted().isNotEmpty();
      assertThat(totals.get(totals.size() - 1)).isEqualTo(seen.get(server).counted);
    }
  }

  private List<Long> totals(int server) {
    return reports.stream()
        .map(TrafficCounted.class::cast)
        .filter(report -> report.fence().serverId() == server)
        .map(TrafficCounted::sentBytes)
        .toList();
  }

  private TrafficMeter agent(Instant now) {
    return new TrafficMeter(
        "br-boot",
        nft,
        directory.resolve("traffic"),
        reports::add,
        Clock.fixed(now, ZoneOffset.UTC));
  }
}
