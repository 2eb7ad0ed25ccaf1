package org.yuzuri.lender;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.host.Processes;
import org.yuzuri.host.command.CommandHandlers;
import org.yuzuri.host.command.PendingCommands;
import org.yuzuri.host.firewall.Firewall;
import org.yuzuri.host.firewall.GrantsHandler;
import org.yuzuri.host.firewall.SiteRules;
import org.yuzuri.lender.bmc.BmcDrivers;
import org.yuzuri.lender.bmc.CipherSuites;
import org.yuzuri.lender.bmc.PowerHandler;
import org.yuzuri.lender.boot.ActiveBoots;
import org.yuzuri.lender.boot.BootHandler;
import org.yuzuri.lender.boot.CacheRoom;
import org.yuzuri.lender.boot.DeadTokens;
import org.yuzuri.lender.boot.FileCache;
import org.yuzuri.lender.boot.FileDownload;
import org.yuzuri.lender.console.ConsoleWatch;
import org.yuzuri.lender.console.FakeConsoles;
import org.yuzuri.lender.dhcp.DnsmasqDirectory;
import org.yuzuri.lender.dhcp.DnsmasqSignal;
import org.yuzuri.lender.port.BootNetworkWatch;
import org.yuzuri.lender.port.LinuxBridge;
import org.yuzuri.lender.port.PortHandler;
import org.yuzuri.lender.probe.PortProbes;
import org.yuzuri.lender.traffic.TrafficMeter;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.value.Ipv4Address;

final class LenderAgentTest {

  private static final Clock CLOCK = Clock.fixed(BootCommands.NOW, ZoneOffset.UTC);

  private final Processes processes = call -> new ProcessResult(0, "", "", Duration.ZERO);

  @TempDir Path directory;

  @Test
  void everyCommandOfALenderAgentHasAHandler() {
    CommandHandlers handlers =
        LenderAgent.handlers(boot(), watch(), probes(), power(), ports(), traffic(), grants());

    assertThat(handlers.handle(BootCommands.install().buildNone()))
        .isEqualTo(new CommandOutcome.Done(Map.of("was", "false")));
  }

  private BootNetworkWatch watch() {
    Ipv4Address address = Ipv4Address.of("192.0.2.1");
    return new BootNetworkWatch(processes, "boot0", address, Set::of, (boot, what, who) -> {});
  }

  private BootHandler boot() {
    ActiveBoots boots =
        new ActiveBoots(directory.resolve("boots"), new DeadTokens(directory.resolve("dead")));
    return new BootHandler(
        new BootHandler.Place(
            directory, directory.resolve("boots"), Ipv4Address.of("192.0.2.1"), "http://b/"),
        new FileCache(
            directory.resolve("files"),
            new FileDownload(
                (sha256, offset) -> InputStream.nullInputStream(),
                Duration.ofSeconds(1),
                wait -> {}),
            new CacheRoom(1, boots::filesInUse)),
        boots,
        new DnsmasqDirectory(directory, new DnsmasqSignal(directory.resolve("pid"), processes)),
        new ConsoleWatch(new FakeConsoles()::open, report -> {}, CLOCK),
        new PendingCommands(),
        CLOCK);
  }

  private PortProbes probes() {
    return new PortProbes("br-boot", Ipv4Address.of("192.0.2.1"), processes);
  }

  private PowerHandler power() {
    return new PowerHandler(
        new BmcDrivers(processes, new CipherSuites())::open,
        directory.resolve("power-found"),
        CLOCK,
        wait -> {});
  }

  private PortHandler ports() {
    return new PortHandler(new LinuxBridge("br-boot", processes, directory.resolve("ports")));
  }

  private TrafficMeter traffic() {
    return new TrafficMeter(
        "br-boot", processes, directory.resolve("traffic"), report -> {}, CLOCK);
  }

  private GrantsHandler grants() {
    return new GrantsHandler(
        new Firewall(
            SiteRules.lender("eth0", Ipv4Address.of("192.0.2.1"), 8480),
            processes,
            directory,
            CLOCK));
  }
}
