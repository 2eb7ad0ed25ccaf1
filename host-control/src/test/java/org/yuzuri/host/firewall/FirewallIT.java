package org.yuzuri.host.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.wire.value.Grant;
import org.yuzuri.wire.value.GrantProtocol;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.PortRange;

/** Real packets through real nftables, in namespaces. */
class FirewallIT {
  private static final SiteRules ROUTER =
      SiteRules.lender("to-client", Ipv4Address.of("10.1.0.1"), 8480);

  @TempDir Path directory;
  private ThreeHosts hosts;
  private Firewall firewall;

  @BeforeEach
  void start() throws IOException {
    hosts = ThreeHosts.start(directory);
    firewall = firewall();
  }

  @AfterEach
  void end() throws IOException {
    hosts.close();
  }

  @Test
  void nothingPassesWithoutAGrant() {
    assertThat(hosts.passes(80)).isTrue();

    firewall.restore();

    assertThat(hosts.passes(80)).isFalse();
  }

  @Test
  void onlyWhatIsGrantedPasses() {
    firewall.ensure(1, List.of(grant(60, "80")));

    assertThat(hosts.passes(80)).isTrue();
    assertThat(hosts.passes(81)).isFalse();
  }

  @Test
  void theKernelEndsAGrantAndItsConnectionsAlone() {
    firewall.ensure(1, List.of(grant(4, "80")));
    String program =
        """
        import socket, time
        s = socket.create_connection(('10.2.0.2', 80), 1)
        s.sendall(b'x')
        assert s.recv(1) == b'x'
        time.sleep(5)
        s.sendall(b'y')
        try:
          print(s.recv(1))
        except TimeoutError:
          print('silent')
        """;

    ProcessResult open = hosts.client().run(ProcessCall.of("python3", "-c", program));

    assertThat(open.output()).as(open.errors()).isEqualTo("silent\n");
    assertThat(hosts.passes(80)).isFalse();
  }

  @Test
  void anEmptySetClosesOneServerAndNotTheOther() {
    firewall.ensure(1, List.of(grant(60, "80")));
    firewall.ensure(2, List.of(grant(60, "81")));

    firewall.ensure(1, List.of());

    assertThat(hosts.passes(80)).isFalse();
    assertThat(hosts.passes(81)).isTrue();
  }

  @Test
  void anotherDaemonGoesOnWithTheGrantsOfTheFirst() {
    firewall.ensure(1, List.of(grant(60, "80")));
    hosts.router().runOrThrow(ProcessCall.of("nft", "flush", "ruleset"));

    firewall().restore();

    assertThat(hosts.passes(80)).isTrue();
    assertThat(hosts.passes(81)).isFalse();
  }

  @Test
  void anErrorLeavesTheOldSet() {
    firewall.ensure(1, List.of(grant(60, "80")));
    SiteRules broken = new SiteRules(List.of("no such rule"), List.of());
    Firewall other =
        new Firewall(broken, hosts.router(), directory.resolve("state"), Clock.systemUTC());

    assertThatThrownBy(() -> other.ensure(1, List.of(grant(60, "81"))))
        .isInstanceOf(FirewallException.class)
        .hasMessageContaining("no such rule");

    assertThat(hosts.passes(80)).isTrue();
    assertThat(hosts.passes(81)).isFalse();
    firewall().restore();
    assertThat(hosts.passes(80)).isTrue();
  }

  @Test
  void grantsMayOverlap() {
    Grant wide =
        new Grant(
            "wide",
            GrantProtocol.ANY,
            Ipv4Prefix.of("10.1.0.0/24"),
            Ipv4Prefix.of("10.2.0.0/24"),
            List.of(),
            end(60));

    assertThat(firewall.ensure(1, List.of(wide, grant(60, "80"), grant(90, "70-90")))).isEqualTo(3);

    assertThat(hosts.passes(81)).isTrue();
    assertThat(hosts.client().run(ping()).succeeded()).isTrue();
  }

  @Test
  void oneServerHasAFewConnectionsToTheBootEndpointsAtOnce() {
    firewall.restore();
    String program =
        """
        import socket
        held = []
        def opened():
          try:
            held.append(socket.create_connection(('10.1.0.1', 8480), 1))
            return True
          except TimeoutError:
            return False
        while len(held) < 100 and opened():
          pass
        print(len(held))
        for connection in held:
          connection.close()
        while not opened():
          pass
        """;

    ProcessResult tried = hosts.client().run(ProcessCall.of("python3", "-c", program));

    assertThat(tried.succeeded()).as(tried.errors()).isTrue();
    // The kernel counts one that is just opening with those that are open.
    assertThat(Integer.parseInt(tried.output().strip()))
        .isBetween(SiteRules.MOST_CONNECTIONS - 1, SiteRules.MOST_CONNECTIONS);
  }

  @Test
  void oneServerBeginsSoManyConnectionsToTheBootEndpointsAndLaterMore() {
    firewall.restore();
    String program =
        """
        import socket, struct, time
        def opened(seconds):
          try:
            connection = socket.create_connection(('10.1.0.1', 8480), seconds)
          except TimeoutError:
            return False
          connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
          connection.close()
          return True
        begun = time.monotonic()
        made = sum(opened(0.02) for tried in range(250))
        print(made, time.monotonic() - begun)
        while not opened(1):
          pass
        """;

    ProcessResult tried = hosts.client().run(ProcessCall.of("python3", "-c", program));

    assertThat(tried.succeeded()).as(tried.errors()).isTrue();
    String[] said = tried.output().strip().split(" ", -1);
    double most =
        SiteRules.MOST_NEW_AT_ONCE + SiteRules.MOST_NEW_A_SECOND * Double.parseDouble(said[1]);
    assertThat(Double.parseDouble(said[0])).isBetween(SiteRules.MOST_NEW_AT_ONCE * 0.9, most + 1);
  }

  @Test
  void theGatewaysRulesAreGoodNftables() {
    Firewall gateway =
        new Firewall(
            SiteRules.gateway("to-client"),
            hosts.router(),
            directory.resolve("gateway"),
            Clock.systemUTC());

    gateway.ensure(1, List.of(grant(60, "80")));

    assertThat(hosts.passes(80)).as("in clear from outside, although granted").isFalse();
  }

  private static ProcessCall ping() {
    String program =
        """
        import socket, struct
        s = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
        s.settimeout(1)
        s.sendto(struct.pack('!BBHHH', 8, 0, 0xf7fd, 1, 1), ('10.2.0.2', 0))
        assert s.recv(100)[20] == 0
        """;
    return ProcessCall.of("python3", "-c", program).withTimeout(Duration.ofSeconds(10));
  }

  private Firewall firewall() {
    return new Firewall(ROUTER, hosts.router(), directory.resolve("state"), Clock.systemUTC());
  }

  private static Grant grant(long seconds, String... ports) {
    return new Grant(
        "port-" + ports[0],
        GrantProtocol.TCP,
        Ipv4Prefix.of("10.1.0.2"),
        Ipv4Prefix.of("10.2.0.2"),
        Stream.of(ports).map(PortRange::of).toList(),
        end(seconds));
  }

  private static Instant end(long seconds) {
    return Instant.now().plusSeconds(seconds);
  }
}
