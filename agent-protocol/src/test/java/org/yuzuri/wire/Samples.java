package org.yuzuri.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.boot.BootDevice;
import org.yuzuri.wire.boot.BootFact;
import org.yuzuri.wire.boot.BootFacts;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.boot.FileRef;
import org.yuzuri.wire.boot.HardwareFacts;
import org.yuzuri.wire.boot.KernelArguments;
import org.yuzuri.wire.command.AgentCommand;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureFreshStart;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.command.EnsureNoTunnel;
import org.yuzuri.wire.command.EnsurePort;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.command.EnsureReachable;
import org.yuzuri.wire.command.EnsureRevocations;
import org.yuzuri.wire.command.EnsureTunnel;
import org.yuzuri.wire.port.PortAccess;
import org.yuzuri.wire.port.PortKind;
import org.yuzuri.wire.port.ServerPort;
import org.yuzuri.wire.probe.PortProbe;
import org.yuzuri.wire.probe.ProbeFinding;
import org.yuzuri.wire.probe.ProbeKind;
import org.yuzuri.wire.probe.ProbeOutcome;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BootFetched;
import org.yuzuri.wire.report.CommandReport;
import org.yuzuri.wire.report.DaemonStatus;
import org.yuzuri.wire.report.Erased;
import org.yuzuri.wire.report.Inspected;
import org.yuzuri.wire.report.InstallerLog;
import org.yuzuri.wire.report.KeySeen;
import org.yuzuri.wire.report.Known;
import org.yuzuri.wire.report.PortProbed;
import org.yuzuri.wire.report.TokenProblem;
import org.yuzuri.wire.report.TrafficCounted;
import org.yuzuri.wire.report.TunnelDown;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.server.BootPart;
import org.yuzuri.wire.server.DiskErasure;
import org.yuzuri.wire.server.SkippedDevice;
import org.yuzuri.wire.server.TokenMisuse;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Grant;
import org.yuzuri.wire.value.GrantProtocol;
import org.yuzuri.wire.value.Hold;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.KnownServer;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.PortRange;
import org.yuzuri.wire.value.Secret;
import org.yuzuri.wire.value.Sha256;
import org.yuzuri.wire.value.TunnelPurpose;

/** One message of every type; each equals the sample file of its name. */
final class Samples {

  static final UUID ID = UUID.fromString("0b0c7c1e-5b59-4a53-9a7c-5d7c3b1f0001");
  static final Instant END = Instant.parse("2026-01-31T12:00:00.250Z");
  static final Fence FENCE = new Fence(3, 7, 2);
  static final String PEM = "-----BEGIN X-----\nMAA=\n-----END X-----\n";

  private static final BmcAccess BMC =
      new BmcAccess(BmcKind.IPMI, BmcAddress.of("127.0.0.1:9611"), "admin", new Secret("secret"));
  private static final Sha256 KEY = Sha256.of("c".repeat(64));
  private static final String IKE = "aes128gcm16-prfsha256-ecp256";
  private static final String ESP = "aes128gcm16-ecp256";

  private Samples() {}

  static Map<String, AgentCommand> commands() {
    Map<String, AgentCommand> all = new LinkedHashMap<>();
    List.of(
            boot(),
            new EnsureNoBoot(ID, END, FENCE, MacAddress.of("52:54:00:00:00:11")),
            new EnsurePower(ID, END, FENCE, BMC, PowerState.ON, BootDevice.DISK, BootMode.UEFI),
            new EnsureFreshStart(ID, END, FENCE, BMC, BootMode.UEFI),
            new EnsurePort(
                ID,
                END,
                FENCE,
                new ServerPort(PortKind.LINUX_BRIDGE, "tap-1"),
                MacAddress.of("52:54:00:00:00:11"),
                Ipv4Address.of("192.0.2.17"),
                PortAccess.FILTERED),
            new EnsureGrants(ID, END, FENCE, List.of(grant())),
            new EnsureTunnel(
                ID,
                END,
                FENCE,
                TunnelPurpose.INSTALL,
                Ipv4Address.of("192.0.2.17"),
                "CN=lease-7-transfer-12",
                Ipv4Address.of("10.30.1.17"),
                IKE,
                ESP),
            new EnsureNoTunnel(ID, END, FENCE, TunnelPurpose.PRODUCTION),
            new EnsureRevocations(ID, END, FENCE, PEM),
            new EnsureReachable(ID, END, FENCE, Ipv4Address.of("10.30.1.17"), 22))
        .forEach(command -> all.put(command.getClass().getSimpleName(), command));
    return all;
  }

  static Map<String, AgentReport> reports() {
    Map<String, AgentReport> all = new LinkedHashMap<>();
    List.of(
            new CommandReport(
                ID, END, ID, new CommandOutcome.Failed("BMC_UNREACHABLE", "no session", true)),
            new BootFetched(ID, END, FENCE, BootPart.KERNEL),
            new KeySeen(ID, END, FENCE, KEY),
            new Beat(ID, END, FENCE, 4, BeatPhase.PACKAGES, 40, "unpacking", KEY),
            new InstallerLog(ID, END, FENCE, 5, "line\n", KEY),
            new Erased(
                ID,
                END,
                FENCE,
                List.of(
                    new DiskErasure("vda1", "/dev/vda", 4096, "zero", 4096, 4096, true, null),
                    new DiskErasure(
                        "vdb1", "/dev/vdb", 4096, "none", 0, 0, false, "it is read-only")),
                List.of(new SkippedDevice("/dev/sr0", "", SkippedDevice.Reason.NOT_A_DISK)),
                null,
                KEY),
            new Inspected(ID, END, FENCE, hardware(), KEY),
            new PortProbed(ID, END, FENCE, probe(), KEY),
            new TokenProblem(
                ID, END, FENCE, TokenMisuse.SECOND_FETCH, "192.0.2.18 52:54:00:00:00:12"),
            new TunnelUp(ID, END, FENCE, TunnelPurpose.INSTALL, Ipv4Address.of("10.30.1.17")),
            new TunnelDown(ID, END, FENCE, TunnelPurpose.INSTALL),
            new TrafficCounted(
                ID, END, FENCE, 5_000_000_000L, 4_000_000, 90_000_000_000L, 70_000_000),
            new DaemonStatus(ID, END, "0.1.0", Map.of("leases", "2")),
            new Known(
                ID, END, 1_764_450_000, List.of(new KnownServer(3, 7, 2, EnumSet.of(Hold.GRANTS)))))
        .forEach(report -> all.put(report.getClass().getSimpleName(), report));
    return all;
  }

  static EnsureBoot boot() {
    return new EnsureBoot(
        ID,
        END,
        FENCE,
        MacAddress.of("52:54:00:00:00:11"),
        Ipv4Prefix.of("192.0.2.17/24"),
        BootMode.BIOS,
        BootPurpose.INSTALL,
        new Secret("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"),
        END,
        new FileRef(Sha256.of("a".repeat(64)), 1000),
        List.of(new FileRef(Sha256.of("b".repeat(64)), 2000)),
        KernelArguments.of("console=ttyS0").startingOverlay(),
        BootFacts.NONE.with(BootFact.HOSTNAME, "lent-17"),
        BMC,
        PEM);
  }

  static HardwareFacts hardware() {
    return new HardwareFacts(
        BootMode.UEFI,
        "Some CPU @ 2.40GHz",
        16,
        64211,
        "SN-1",
        "Maker",
        "Model 2",
        List.of(new HardwareFacts.Disk("vda1", "/dev/vda", 4096, "", "vda1", true)),
        List.of(
            new HardwareFacts.Card(
                "eth0", MacAddress.of("52:54:00:00:00:11"), "virtio_net", 10_000L, true),
            new HardwareFacts.Card(
                "eth1", MacAddress.of("52:54:00:00:00:12"), "ixgbe", null, false)),
        "ttyS0");
  }

  static PortProbe probe() {
    List<ProbeFinding> findings = new ArrayList<>();
    for (ProbeKind kind : ProbeKind.values()) {
      findings.add(new ProbeFinding(kind, ProbeOutcome.HELD, "192.0.2.18", ""));
    }
    findings.set(
        0,
        new ProbeFinding(
            ProbeKind.FOREIGN_MAC,
            ProbeOutcome.GOT_THROUGH,
            "02:59:5a:00:00:03",
            "3 of 3 frames arrived"));
    findings.add(
        new ProbeFinding(ProbeKind.BMC, ProbeOutcome.NOT_TRIED, "", "no controller is known"));
    return new PortProbe(findings);
  }

  static Grant grant() {
    return new Grant(
        "lease-7-ike",
        GrantProtocol.UDP,
        Ipv4Prefix.of("192.0.2.17/32"),
        Ipv4Prefix.of("203.0.113.10/32"),
        List.of(PortRange.of("500"), PortRange.of("4500"), PortRange.of("80-90")),
        END);
  }
}
