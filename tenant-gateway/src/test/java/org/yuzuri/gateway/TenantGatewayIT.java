package org.yuzuri.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.gateway.tunnel.Edge;
import org.yuzuri.gateway.tunnel.LeasedServer;
import org.yuzuri.gateway.tunnel.TransferAuthority;
import org.yuzuri.wire.WireCodec;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.command.EnsureNoTunnel;
import org.yuzuri.wire.command.EnsureTunnel;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.CommandReport;
import org.yuzuri.wire.report.TunnelDown;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Grant;
import org.yuzuri.wire.value.GrantProtocol;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.PortRange;
import org.yuzuri.wire.value.TunnelPurpose;

/** The packaged daemon, from enrolment on, with a real IKE daemon, and through kill -9. */
class TenantGatewayIT {
  private static final Fence FENCE = new Fence(1, 7, 1);

  @TempDir Path directory;
  private final WireCodec codec = new WireCodec();
  private final TransferAuthority authority = new TransferAuthority();
  private Edge edge;
  private Process daemon;

  @BeforeEach
  void start() throws IOException {
    edge = Edge.start(directory);
    authority.save(directory.resolve("ca"));
    authority.writeTrust(directory.resolve("root.pem"));
    Files.writeString(directory.resolve("token"), "0123456789abcdef\n");
    Files.createFile(directory.resolve("commands"));
    Files.createFile(directory.resolve("reports"));
    edge.startOnGateway(
        directory.resolve("portal.log"),
        "java",
        "-cp",
        System.getProperty("java.class.path"),
        PortalStub.class.getName(),
        directory.toString());
    Files.writeString(directory.resolve("gateway.properties"), configuration());
    daemon = startDaemon();
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> Files.exists(edge.swanctl().resolve("x509/gateway.pem")));
    edge.startGatewayDaemon();
    new LeasedServer(authority, edge, directory.resolve("server")).start();
  }

  private String configuration() {
    return """
    portal.url=https://127.0.0.1:%d
    portal.trust=%s/root.pem
    state.directory=%s/state
    enrolment.token.file=%s/token
    outside.interface=outside
    outside.address=203.0.113.10
    swanctl.directory=%s
    vici.uri=%s
    """
        .formatted(PortalStub.PORT, directory, directory, directory, edge.swanctl(), edge.vici());
  }

  private Process startDaemon() throws IOException {
    return edge.startOnGateway(
        directory.resolve("daemon.log"),
        "java",
        "-Xmx192m",
        "-jar",
        Path.of("target/tenant-gateway.jar").toAbsolutePath().toString(),
        directory.resolve("gateway.properties").toString());
  }

  @AfterEach
  void end() throws IOException {
    edge.close();
  }

  @Test
  void aTransfersTunnelLivesThroughTheDaemonsDeath() throws Exception {
    order(new EnsureGrants(UUID.randomUUID(), soon(), FENCE, List.of(ike(), inside())));
    order(tunnel());
    assertThat(edge.connect("install").succeeded()).as("%s", log()).isTrue();
    awaitReport(1, report -> report instanceof TunnelUp);

    daemon.destroyForcibly().waitFor();
    assertThat(edge.reachesInside("10.30.1.17")).as("without the daemon").isTrue();
    daemon = startDaemon();

    awaitReport(2, report -> report instanceof TunnelUp);
    order(new EnsureNoTunnel(UUID.randomUUID(), soon(), FENCE, TunnelPurpose.INSTALL));
    awaitReport(1, report -> report instanceof TunnelDown);
    order(new EnsureGrants(UUID.randomUUID(), soon(), FENCE, List.of()));
    assertThat(edge.connect("install").succeeded()).isFalse();
  }

  private void order(AgentCommand command) throws IOException {
    Files.writeString(
        directory.resolve("commands"), codec.encode(command) + "\n", StandardOpenOption.APPEND);
    awaitReport(
        1,
        report ->
            report instanceof CommandReport done
                && done.commandId().equals(command.id())
                && done.outcome() instanceof CommandOutcome.Done);
  }

  private void awaitReport(int times, Predicate<AgentReport> wanted) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .untilAsserted(
            () ->
                assertThat(
                        Files.readAllLines(directory.resolve("reports")).stream()
                            .map(line -> codec.decode(line, AgentReport.class))
                            .filter(wanted))
                    .as("%s", log())
                    .hasSizeGreaterThanOrEqualTo(times));
  }

  private String log() throws IOException {
    return Files.readString(directory.resolve("daemon.log"))
        + Files.readString(directory.resolve("portal.log"));
  }

  private static EnsureTunnel tunnel() {
    return new EnsureTunnel(
        UUID.randomUUID(),
        soon(),
        FENCE,
        TunnelPurpose.INSTALL,
        Ipv4Address.of("203.0.113.17"),
        "CN=" + LeasedServer.identity("install"),
        Ipv4Address.of("10.30.1.17"),
        "aes128gcm16-prfsha256-ecp256",
        "aes128gcm16-ecp256");
  }

  private static Grant ike() {
    return new Grant(
        "ike",
        GrantProtocol.UDP,
        Ipv4Prefix.of("203.0.113.17"),
        Ipv4Prefix.of("203.0.113.10"),
        List.of(PortRange.of("500"), PortRange.of("4500")),
        soon());
  }

  private static Grant inside() {
    return new Grant(
        "inside",
        GrantProtocol.ICMP,
        Ipv4Prefix.of("10.30.1.17"),
        Ipv4Prefix.of("10.30.0.0/16"),
        List.of(),
        soon());
  }

  private static Instant soon() {
    return Instant.now().plusSeconds(120);
  }
}
