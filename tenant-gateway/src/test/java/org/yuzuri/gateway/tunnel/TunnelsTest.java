package org.yuzuri.gateway.tunnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.gateway.PassingTime;
import org.yuzuri.host.HostPrograms;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.host.Processes;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureTunnel;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.TunnelPurpose;

class TunnelsTest {
  private static final String LOADED = "list-conn event {\nlease-7-install {\n}\n}\n";

  @TempDir Path directory;
  private final PassingTime time = new PassingTime();
  private final List<ProcessCall> calls = new ArrayList<>();
  private ProcessResult answer = new ProcessResult(0, LOADED, "", Duration.ZERO);
  private SwanctlDirectory files;
  private Tunnels tunnels;

  @BeforeEach
  void start() {
    Processes processes =
        call -> {
          calls.add(call);
          return answer;
        };
    files = new SwanctlDirectory(directory.resolve("swanctl"));
    StrongSwan strongSwan =
        new StrongSwan(
            processes,
            new HostPrograms(),
            directory.resolve("swanctl"),
            URI.create("unix:///run/x"));
    TunnelMemory memory = new TunnelMemory(directory.resolve("state"));
    TunnelWatch watch = new TunnelWatch(strongSwan, files, memory, report -> {}, time);
    tunnels =
        new Tunnels(strongSwan, files, memory, watch, Ipv4Address.of("203.0.113.10"), time, time);
  }

  @Test
  void aMissingIkeDaemonIsNamedAndTheTunnelIsKeptForIt() {
    answer = new ProcessResult(22, "", "connecting to 'unix:///run/x' failed", Duration.ZERO);

    assertThatThrownBy(() -> tunnels.handle(install("10.30.1.17")))
        .isInstanceOfSatisfying(
            CommandFailedException.class,
            e -> assertThat(((CommandOutcome.Failed) e.outcome()).code()).isEqualTo("STRONGSWAN"))
        .hasMessageContaining("connection lease-7-install to be loaded")
        .hasMessageContaining("connecting to 'unix:///run/x' failed");
    assertThat(files.tunnels()).containsExactly(new TunnelName(7, TunnelPurpose.INSTALL));
  }

  @Test
  void swanctlReadsTheGatewaysOwnDirectory() {
    tunnels.handle(install("10.30.1.17"));

    assertThat(calls)
        .allSatisfy(
            call -> {
              assertThat(call.argv()).startsWith("swanctl").endsWith("--uri", "unix:///run/x");
              assertThat(call.environment().get("SWANCTL_DIR").reveal())
                  .isEqualTo(directory.resolve("swanctl").toString());
            });
  }

  @Test
  void theSameTunnelAgainEndsNothing() {
    tunnels.handle(install("10.30.1.17"));
    calls.clear();

    tunnels.handle(install("10.30.1.17"));

    assertThat(calls).noneMatch(call -> call.argv().contains("--list-sas"));
  }

  private EnsureTunnel install(String virtualAddress) {
    return new EnsureTunnel(
        UUID.randomUUID(),
        time.instant().plusSeconds(2),
        new Fence(1, 7, 1),
        TunnelPurpose.INSTALL,
        Ipv4Address.of("203.0.113.17"),
        "CN=lease-7-transfer-12",
        Ipv4Address.of(virtualAddress),
        "aes128gcm16-prfsha256-ecp256",
        "aes128gcm16-ecp256");
  }
}
