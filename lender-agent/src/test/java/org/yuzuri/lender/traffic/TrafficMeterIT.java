package org.yuzuri.lender.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.firewall.Firewall;
import org.yuzuri.host.firewall.SiteRules;
import org.yuzuri.lender.port.LinuxBridge;
import org.yuzuri.lender.port.PortHandler;
import org.yuzuri.lender.port.Ports;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.TrafficCounted;
import org.yuzuri.wire.value.Grant;
import org.yuzuri.wire.value.GrantProtocol;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.PortRange;

/** Real datagrams through a real bridge, real forwarding and the real firewall. */
final class TrafficMeterIT {

  private static final int GRANTED = 4500;
  private static final int NOT_GRANTED = 4501;
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path directory;

  private final List<AgentReport> reports = new ArrayList<>();
  private RoutedSite site;
  private Firewall firewall;
  private PortHandler ports;
  private TrafficMeter meter;

  @BeforeEach
  void start() throws IOException {
    site = RoutedSite.start();
    firewall =
        new Firewall(
            SiteRules.lender("br-boot", Ipv4Address.of("192.0.2.1"), 8480),
            site.machine(),
            directory,
            CLOCK);
    firewall.restore();
    ports = new PortHandler(new LinuxBridge("br-boot", site.machine(), directory.resolve("ports")));
    meter = meter();
    ports.handle(Ports.filtered(1));
    meter.portIs(Ports.filtered(1));
    grant();
  }

  @AfterEach
  void end() throws IOException {
    meter.close();
    site.close();
  }

  @Test
  void everyByteOfWhatIsGrantedCountsAndNothingElse() {
    site.serverSends(100, 1000, GRANTED);
    site.outsideAnswers(40, 500, GRANTED);
    site.serverSends(100, 1000, NOT_GRANTED);

    TrafficCounted told = look();

    assertThat(told.sentPackets()).isEqualTo(100);
    assertThat(told.sentBytes()).isEqualTo(100 * (1000 + RoutedSite.HEADERS));
    assertThat(told.receivedPackets()).isEqualTo(40);
    assertThat(told.receivedBytes()).isEqualTo(40 * (500 + RoutedSite.HEADERS));
  }

  @Test
  void grantsThatChangeAndRulesThatAreLostTakeNothingBack() {
    site.serverSends(10, 972, GRANTED);
    grant();
    site.serverSends(10, 972, GRANTED);
    assertThat(look().sentBytes()).isEqualTo(20_000);

    site.machine().runOrThrow(ProcessCall.of("nft", "flush", "ruleset"));
    firewall.restore();
    grant();
    meter.close();
    meter = meter();
    meter.look();
    site.serverSends(5, 972, GRANTED);

    assertThat(look().sentBytes()).isEqualTo(25_000);
  }

  @Test
  void whatPassedUntilThePortWasClosedIsToldAndTheNextLeaseBeginsAtNothing() {
    site.serverSends(10, 972, GRANTED);
    ports.handle(Ports.closed(1));
    meter.portIs(Ports.closed(1));
    assertThat(last().sentBytes()).isEqualTo(10_000);
    assertThat(site.machine().runOrThrow(ProcessCall.of("nft", "list", "counters")).output())
        .doesNotContain("server-1-");

    reports.clear();
    ports.handle(Ports.filtered(1));
    meter.portIs(Ports.filteredAnew(1));
    site.serverSends(3, 972, GRANTED);

    assertThat(look().sentBytes()).isEqualTo(3_000);
    assertThat(last().fence()).isEqualTo(Ports.filteredAnew(1).fence());
  }

  /** A new run of the agent looks at once, and tells. */
  private TrafficCounted look() {
    meter.close();
    meter = meter();
    meter.look();
    return last();
  }

  private TrafficCounted last() {
    return (TrafficCounted) reports.get(reports.size() - 1);
  }

  private TrafficMeter meter() {
    return new TrafficMeter(
        "br-boot", site.machine(), directory.resolve("traffic"), reports::add, CLOCK);
  }

  private void grant() {
    firewall.ensure(
        1,
        List.of(
            new Grant(
                "tunnel",
                GrantProtocol.UDP,
                Ipv4Prefix.of(RoutedSite.SERVER + "/32"),
                Ipv4Prefix.of(RoutedSite.OUTSIDE + "/32"),
                List.of(PortRange.of(String.valueOf(GRANTED))),
                CLOCK.instant().plus(Duration.ofHours(1)))));
  }
}
