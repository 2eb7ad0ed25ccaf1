package org.yuzuri.lender.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.firewall.FirewallException;
import org.yuzuri.lender.port.Ports;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.TrafficCounted;

final class TrafficMeterTest {

  private static final String FIRST = "192.0.2.17";
  private static final String SECOND = "192.0.2.18";

  @TempDir Path directory;

  private final SimulatedNft nft = new SimulatedNft();
  private final List<AgentReport> reports = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");
  private TrafficMeter meter;

  @BeforeEach
  void start() {
    meter = agent();
  }

  @Test
  void totalsGoOnOverRestartsOfTheAgent() {
    meter.portIs(Ports.filtered(1));
    nft.passes("sent", FIRST, 1000);
    nft.passes("received", FIRST, 70);
    assertThat(told(agent()).sentBytes()).isEqualTo(1000);

    nft.passes("sent", FIRST, 500);
    TrafficCounted told = told(agent());

    assertThat(told.sentBytes()).isEqualTo(1500);
    assertThat(told.receivedBytes()).isEqualTo(70);
    assertThat(told.fence()).isEqualTo(Ports.filtered(1).fence());
    assertThat(told.at()).isEqualTo(now);
  }

  @Test
  void totalsGoOnWhenTheKernelsCountersBeginAgain() {
    meter.portIs(Ports.filtered(1));
    nft.passes("sent", FIRST, 1000);
    meter.look();
    nft.reset();
    nft.passes("sent", FIRST, 30);
    meter.look();
    nft.flush();
    meter.look();
    nft.passes("sent", FIRST, 2000);

    assertThat(told(agent()).sentBytes()).isEqualTo(3030);
  }

  @Test
  void twoServersAreCountedApart() {
    meter.portIs(Ports.filtered(1));
    meter.portIs(Ports.filtered(2));
    nft.passes("sent", FIRST, 11);
    nft.passes("sent", SECOND, 22);
    nft.passes("sent", "192.0.2.99", 33);
    meter.look();

    assertThat(reports)
        .extracting(report -> ((TrafficCounted) report).sentBytes())
        .containsExactly(11L, 22L);
  }

  @Test
  void theNextLeaseAtAnAddressBeginsAtNothing() {
    meter.portIs(Ports.filtered(1));
    nft.passes("sent", FIRST, 1000);
    meter.portIs(Ports.filteredAnew(1));
    assertThat(last().fence()).isEqualTo(Ports.filtered(1).fence());
    assertThat(last().sentBytes()).isEqualTo(1000);

    nft.passes("sent", FIRST, 7);
    TrafficCounted told = told(agent());

    assertThat(told.fence()).isEqualTo(Ports.filteredAnew(1).fence());
    assertThat(told.sentBytes()).isEqualTo(7);
    assertThat(nft.counters()).hasSize(2);
  }

  @Test
  void theSameCommandAgainChangesNothing() {
    meter.portIs(Ports.filtered(1));
    nft.passes("sent", FIRST, 1000);
    meter.portIs(Ports.filtered(1));
    nft.passes("sent", FIRST, 1);

    assertThat(told(meter).sentBytes()).isEqualTo(1001);
    assertThat(reports).hasSize(1);
  }

  @Test
  void whatAnInstallationUsedIsToldWhenItEndsAndNotAtTheNextReport() {
    meter.portIs(Ports.filtered(1));
    nft.passes("received", FIRST, 900);
    meter.look();
    nft.passes("received", FIRST, 50);

    meter.bootIsOver(Ports.filtered(2).fence().serverId());
    meter.bootIsOver(Ports.filtered(1).fence().serverId());

    assertThat(reports).hasSize(2);
    assertThat(last().receivedBytes()).isEqualTo(950);
  }

  @Test
  void whatCannotBeReadWhenAnInstallationEndsIsToldWithTheNextLook() {
    meter.portIs(Ports.filtered(1));
    nft.passes("received", FIRST, 900);
    meter.look();
    nft.passes("received", FIRST, 50);

    nft.refusal = "no";
    meter.bootIsOver(Ports.filtered(1).fence().serverId());
    nft.refusal = "";
    meter.look();

    assertThat(reports).hasSize(2);
    assertThat(last().receivedBytes()).isEqualTo(950);
  }

  @Test
  void lastReadingIsToldWhenThePortIsClosedAndThenNothing() {
    meter.portIs(Ports.filtered(1));
    nft.passes("received", FIRST, 9);
    meter.portIs(Ports.closed(1));
    assertThat(last().receivedBytes()).isEqualTo(9);

    meter.portIs(Ports.closed(1));
    meter.look();
    agent().look();

    assertThat(reports).hasSize(1);
    assertThat(nft.counters()).isEmpty();
  }

  @Test
  void serverAtAPortOfAnotherSwitchIsNotCounted() {
    meter.portIs(Ports.external(1));
    assertThat(nft.counters()).isEmpty();

    meter.portIs(Ports.filtered(1));
    nft.passes("sent", FIRST, 5);
    meter.portIs(Ports.external(1));

    assertThat(last().sentBytes()).isEqualTo(5);
    assertThat(nft.counters()).isEmpty();
  }

  @Test
  void isToldEveryQuarterOfAnHourAlsoWhenNothingPassed() {
    meter.portIs(Ports.filtered(1));
    meter.look();
    assertThat(reports).isEmpty();
    nft.passes("sent", FIRST, 5);
    for (int minute = 0; minute < 31; minute++) {
      meter.look();
      now = now.plus(Duration.ofMinutes(1));
    }

    assertThat(reports)
        .extracting(AgentReport::at)
        .containsExactly(
            Instant.parse("2026-03-01T00:00:00Z"),
            Instant.parse("2026-03-01T00:15:00Z"),
            Instant.parse("2026-03-01T00:30:00Z"));
  }

  @Test
  void countsBeyondWhatFitsInto32Bits() {
    meter.portIs(Ports.filtered(1));
    nft.passes("sent", FIRST, 5_000_000_000L);
    assertThat(told(agent()).sentBytes()).isEqualTo(5_000_000_000L);
    nft.passes("sent", FIRST, 900_000_000_000_000_000L);

    assertThat(told(agent()).sentBytes()).isEqualTo(900_000_005_000_000_000L);
  }

  @Test
  void counterThatCannotBeIsNotCounted() {
    meter.portIs(Ports.filtered(1));
    nft.passes("sent", FIRST, 5);
    meter.look();
    nft.show("18446744073709551615");

    assertThatThrownBy(meter::look).isInstanceOf(FirewallException.class);
    nft.reset();
    assertThat(told(agent()).sentBytes()).isEqualTo(5);
  }

  @Test
  void tornStateIsSetAsideAndTheOthersAreCounted() throws IOException {
    meter.portIs(Ports.filtered(1));
    meter.portIs(Ports.filtered(2));
    nft.passes("sent", SECOND, 22);
    Path state = directory.resolve("traffic/1.json");
    Files.writeString(state, Files.readString(state).substring(0, 40));

    assertThat(told(agent()).sentBytes()).isEqualTo(22);
    assertThat(directory.resolve("traffic/1.json.broken")).exists();
    assertThat(reports).hasSize(1);
  }

  @Test
  void whatTheFirewallRefusesIsMadeUpForAtTheNextLook() {
    nft.refusal = "no";
    meter.portIs(Ports.filtered(1));
    nft.refusal = "";
    meter.look();
    nft.passes("sent", FIRST, 5);

    assertThat(told(meter).sentBytes()).isEqualTo(5);
  }

  private TrafficCounted told(TrafficMeter by) {
    by.look();
    return last();
  }

  private TrafficCounted last() {
    return (TrafficCounted) reports.get(reports.size() - 1);
  }

  /** Another run of the agent, which knows what is on disk. */
  private TrafficMeter agent() {
    return new TrafficMeter(
        "br-boot",
        nft,
        directory.resolve("traffic"),
        reports::add,
        new Clock() {
          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        });
  }
}
