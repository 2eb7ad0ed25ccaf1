package org.yuzuri.portal.world;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.report.ServerRequests.CertificatePurpose;
import org.yuzuri.portal.pki.ServerKey;
import org.yuzuri.portal.server.Server;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.boot.HardwareFacts;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.probe.PortProbe;
import org.yuzuri.wire.probe.ProbeFinding;
import org.yuzuri.wire.probe.ProbeKind;
import org.yuzuri.wire.probe.ProbeOutcome;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BootFetched;
import org.yuzuri.wire.report.Erased;
import org.yuzuri.wire.report.Inspected;
import org.yuzuri.wire.report.KeySeen;
import org.yuzuri.wire.report.PortProbed;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.server.BeatPhase;
import org.yuzuri.wire.server.BootPart;
import org.yuzuri.wire.server.DiskErasure;
import org.yuzuri.wire.server.SkippedDevice;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Sha256;
import org.yuzuri.wire.value.TunnelPurpose;

/** A leased server: does its acts in order, leaves out what a test wants left out. */
final class ScriptedServer {

  static final String REQUEST = "0f".repeat(16);

  private final World world;
  private final ScriptedDaemons daemons;
  private final Map<Long, ServerKey> keys = new HashMap<>();
  private long beats;

  /** What the server got as its settings. */
  String sealed = "";

  /** The installer gives up in this phase; null when it does not. */
  BeatPhase failsIn;

  /** Size of its only disk. */
  long diskGib = 8;

  /** What its kernel manages of its memory, in MiB. */
  long memoryMib = 1980;

  /** What becomes of each thing that is tried from its port, where it is not held. */
  final Map<ProbeKind, ProbeOutcome> port = new EnumMap<>(ProbeKind.class);

  /** What the eraser reports of each disk. */
  boolean verified = true;

  /** Size of its only disk as the eraser finds it; null when it is as entered. */
  Long erasedBytes;

  ScriptedServer(World world, ScriptedDaemons daemons) {
    this.world = world;
    this.daemons = daemons;
  }

  void boots(EnsureBoot boot) {
    keys.put(boot.fence().serverId(), ServerKey.fresh());
    for (Act act : Act.values()) {
      if (purpose(act) == boot.purpose() && !daemons.omits(boot.fence().serverId(), act)) {
        does(act, boot);
        if (failsIn == BeatPhase.PACKAGES && act == Act.PACKAGES) {
          beat(boot, BeatPhase.FAILED, "404 Not Found: pool/main/b/bash.deb");
          return;
        }
      }
    }
  }

  private static BootPurpose purpose(Act act) {
    return switch (act) {
      case SHOW_ERASER_KEY, ERASE, REPORT_ERASED -> BootPurpose.ERASE;
      case SHOW_INSPECTION_KEY, INSPECT, REPORT_FACTS, REPORT_PORT -> BootPurpose.INSPECT;
      default -> BootPurpose.INSTALL;
    };
  }

  private void does(Act act, EnsureBoot boot) {
    String token = boot.token().reveal();
    switch (act) {
      case FETCH_SCRIPT -> fetched(boot, BootPart.SCRIPT);
      case FETCH_KERNEL -> fetched(boot, BootPart.KERNEL);
      case FETCH_INITRD -> fetched(boot, BootPart.INITRD);
      case SHOW_KEY, SHOW_ERASER_KEY, SHOW_INSPECTION_KEY -> show(boot, key(boot));
      case ASK_INSTALL_CERTIFICATE -> askInstall(boot, key(boot));
      case INSTALL_TUNNEL -> tunnel(boot, TunnelPurpose.INSTALL);
      case FETCH_SETTINGS ->
          sealed = world.requests.settings(ScriptedDaemons.LENDER, token, REQUEST);
      case PACKAGES -> beat(boot, BeatPhase.PACKAGES, "bash");
      case ASK_PRODUCTION_CERTIFICATE -> askProduction(boot, ServerKey.fresh(), key(boot));
      case SAY_INSTALLED -> beat(boot, BeatPhase.INSTALLED, "");
      case PRODUCTION_TUNNEL -> tunnel(boot, TunnelPurpose.PRODUCTION);
      case ERASE -> beat(boot, BeatPhase.ERASING, "/dev/vda");
      case REPORT_ERASED -> erased(boot);
      case INSPECT -> beat(boot, BeatPhase.INSPECTING, "");
      case REPORT_FACTS -> daemons.reports(ScriptedDaemons.LENDER, inspection(boot));
      case REPORT_PORT -> daemons.reports(ScriptedDaemons.LENDER, probed(boot));
    }
  }

  private void fetched(EnsureBoot boot, BootPart part) {
    daemons.reports(
        ScriptedDaemons.LENDER,
        new BootFetched(UUID.randomUUID(), world.clock.instant(), boot.fence(), part));
  }

  /** The key that the server made when it booted last. */
  ServerKey key(EnsureBoot boot) {
    return Objects.requireNonNull(keys.get(boot.fence().serverId()));
  }

  /** The server prints a key on its console, where the agent reads it if it was told to. */
  void show(EnsureBoot boot, ServerKey key) {
    if (boot.console() != null) {
      daemons.reports(
          ScriptedDaemons.LENDER,
          new KeySeen(UUID.randomUUID(), world.clock.instant(), boot.fence(), key.fingerprint()));
    }
  }

  /** Somebody with the boot token asks for the certificate of this key. */
  String askInstall(EnsureBoot boot, ServerKey key) {
    return world.requests.certificate(
        ScriptedDaemons.LENDER, boot.token().reveal(), CertificatePurpose.INSTALL, key.csr(), null);
  }

  /** As above, of the installed system, with the word of another key for it. */
  String askProduction(EnsureBoot boot, ServerKey key, ServerKey voucher) {
    String csr = key.csr();
    return world.requests.certificate(
        ScriptedDaemons.LENDER,
        boot.token().reveal(),
        CertificatePurpose.PRODUCTION,
        csr,
        voucher.signatureOf(csr));
  }

  /** The gateway sees the server's installation tunnel come up. */
  void tunnelUp(EnsureBoot boot) {
    tunnel(boot, TunnelPurpose.INSTALL);
  }

  private void tunnel(EnsureBoot boot, TunnelPurpose purpose) {
    Fence fence = boot.fence();
    daemons.reports(
        ScriptedDaemons.GATEWAY,
        new TunnelUp(
            UUID.randomUUID(),
            world.clock.instant(),
            fence,
            purpose,
            world.lease(fence.leaseId()).virtualAddress()));
  }

  void beat(EnsureBoot boot, BeatPhase phase, String message) {
    beats++;
    daemons.reports(
        ScriptedDaemons.LENDER, beat(boot, beats, phase, message, key(boot).fingerprint()));
  }

  /** A beat as the agent passes it on, signed by whomever. */
  Beat beat(
      EnsureBoot boot, long number, BeatPhase phase, String message, @Nullable Sha256 signedBy) {
    return new Beat(
        UUID.randomUUID(),
        world.clock.instant(),
        boot.fence(),
        number,
        phase,
        null,
        message,
        signedBy);
  }

  void erased(EnsureBoot boot) {
    daemons.reports(ScriptedDaemons.LENDER, erasure(boot));
  }

  PortProbed probed(EnsureBoot boot) {
    return probed(boot, key(boot).fingerprint());
  }

  PortProbed probed(EnsureBoot boot, @Nullable Sha256 signedBy) {
    List<ProbeFinding> findings =
        Arrays.stream(ProbeKind.values())
            .map(
                kind ->
                    new ProbeFinding(
                        kind,
                        port.getOrDefault(kind, ProbeOutcome.HELD),
                        "192.0.2.99",
                        "seen by the agent"))
            .toList();
    return new PortProbed(
        UUID.randomUUID(), world.clock.instant(), boot.fence(), new PortProbe(findings), signedBy);
  }

  Inspected inspection(EnsureBoot boot) {
    Server server = world.servers.server(boot.fence().serverId());
    String disk = server.disks().get(0).stableId();
    HardwareFacts facts =
        new HardwareFacts(
            BootMode.BIOS,
            "QEMU Virtual CPU",
            2,
            memoryMib,
            "S1",
            "QEMU",
            "Standard PC",
            List.of(new HardwareFacts.Disk(disk, "/dev/vda", diskGib << 30, "", disk, false)),
            List.of(new HardwareFacts.Card("eth0", server.mac(), "virtio_net", null, true)),
            "ttyS0");
    return new Inspected(
        UUID.randomUUID(), world.clock.instant(), boot.fence(), facts, key(boot).fingerprint());
  }

  Erased erasure(EnsureBoot boot) {
    return erasure(boot, key(boot).fingerprint());
  }

  Erased erasure(EnsureBoot boot, @Nullable Sha256 signedBy) {
    String id = world.servers.server(boot.fence().serverId()).disks().get(0).stableId();
    long size = erasedBytes == null ? 8L << 30 : erasedBytes;
    return evidence(boot.fence(), world.clock.instant(), id, size, verified, signedBy);
  }

  /** Evidence of one disk, and of a drive that was left out. */
  static Erased evidence(
      Fence fence,
      Instant at,
      String disk,
      long size,
      boolean verified,
      @Nullable Sha256 signedBy) {
    DiskErasure erased =
        new DiskErasure(disk, "/dev/vda", size, "discard+zero", size, size, verified, null);
    SkippedDevice drive = new SkippedDevice("/dev/sr0", "", SkippedDevice.Reason.NOT_A_DISK);
    return new Erased(
        UUID.randomUUID(), at, fence, List.of(erased), List.of(drive), null, signedBy);
  }
}
