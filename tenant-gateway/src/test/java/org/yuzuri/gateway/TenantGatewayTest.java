package org.yuzuri.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.gateway.tunnel.StrongSwan;
import org.yuzuri.gateway.tunnel.SwanctlDirectory;
import org.yuzuri.gateway.tunnel.TunnelMemory;
import org.yuzuri.gateway.tunnel.TunnelWatch;
import org.yuzuri.gateway.tunnel.Tunnels;
import org.yuzuri.host.HostPrograms;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.host.Processes;
import org.yuzuri.host.command.CommandHandlers;
import org.yuzuri.host.firewall.Firewall;
import org.yuzuri.host.firewall.GrantsHandler;
import org.yuzuri.host.firewall.SiteRules;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureNoTunnel;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.TunnelPurpose;

class TenantGatewayTest {
  private final PassingTime time = new PassingTime();
  private final Processes processes = call -> new ProcessResult(0, "", "", Duration.ZERO);

  @TempDir Path directory;

  @Test
  void everyCommandOfAGatewayHasAHandler() {
    CommandHandlers handlers =
        TenantGateway.handlers(grants(), tunnels(), new ManagementPort(time, time));

    assertThat(
            handlers.handle(
                new EnsureNoTunnel(
                    UUID.randomUUID(),
                    time.instant().plusSeconds(60),
                    new Fence(1, 7, 1),
                    TunnelPurpose.INSTALL)))
        .isEqualTo(new CommandOutcome.Done(Map.of()));
  }

  private GrantsHandler grants() {
    return new GrantsHandler(new Firewall(SiteRules.gateway("eth0"), processes, directory, time));
  }

  private Tunnels tunnels() {
    SwanctlDirectory files = new SwanctlDirectory(directory.resolve("swanctl"));
    StrongSwan strongSwan =
        new StrongSwan(
            processes,
            new HostPrograms(),
            directory.resolve("swanctl"),
            URI.create("unix:///run/x"));
    TunnelMemory memory = new TunnelMemory(directory.resolve("state"));
    TunnelWatch watch = new TunnelWatch(strongSwan, files, memory, report -> {}, time);
    return new Tunnels(
        strongSwan, files, memory, watch, Ipv4Address.of("203.0.113.10"), time, time);
  }
}
