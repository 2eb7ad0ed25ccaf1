package org.yuzuri.portal.world;

import java.util.List;
import java.util.UUID;
import org.yuzuri.portal.agent.report.ServerRequests.CertificatePurpose;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.boot.BootPurpose;
import org.yuzuri.wire.boot.HardwareFacts;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.Beat;
import org.yuzuri.wire.report.BeatPhase;
import org.yuzuri.wire.report.BootFetched;
import org.yuzuri.wire.report.BootPart;
import org.yuzuri.wire.report.DiskErasure;
import org.yuzuri.wire.report.Erased;
import org.yuzuri.wire.report.Inspected;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.TunnelPurpose;

/** A leased server: does its acts in order, leaves out what a test wants left out. */
final class ScriptedServer {

  static final String REQUEST = "0f".repeat(16);

  private final World world;
  private final ScriptedDaemons daemons;
  private long beats;

  /** The installer gives up in this phase; null when it does not. */
  BeatPhase failsIn;

  /** Size of its only disk. */
  long diskGib = 8;

  /** What the eraser reports of each disk. */
  boolean verified = true;

  ScriptedServer(World world, ScriptedDaemons daemons) {
    this.world = world;
    this.daemons = daemons;
  }

  void boots(EnsureBoot boot) {
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
      case ERASE, REPORT_ERASED -> BootPurpose.ERASE;
      case INSPECT, REPORT_FACTS -> BootPurpose.INSPECT;
      default -> BootPurpose.INSTALL;
    };
  }

  private void does(Act act, EnsureBoot boot) {
    String token = boot.token().reveal();
    switch (act) {
      case FETCH_SCRIPT -> fetched(boot, BootPart.SCRIPT);
      case FETCH_KERNEL -> fetched(boot, BootPart.KERNEL);
      case FETCH_INITRD -> fetched(boot, BootPart.INITRD);
      case ASK_INSTALL_CERTIFICATE -> ask(token, CertificatePurpose.INSTALL);
      case INSTALL_TUNNEL -> tunnel(boot, TunnelPurpose.INSTALL);
      case FETCH_SETTINGS -> world.requests.settings(ScriptedDaemons.LENDER, token, REQUEST);
      case PACKAGES -> beat(boot, BeatPhase.PACKAGES, "bash");
      case ASK_PRODUCTION_CERTIFICATE -> ask(token, CertificatePurpose.PRODUCTION);
      case SAY_INSTALLED -> beat(boot, BeatPhase.INSTALLED, "");
      case PRODUCTION_TUNNEL -> tunnel(boot, TunnelPurpose.PRODUCTION);
      case ERASE -> beat(boot, BeatPhase.ERASING, "/dev/vda");
      case REPORT_ERASED -> erased(boot);
      case INSPECT -> beat(boot, BeatPhase.INSPECTING, "");
      case REPORT_FACTS -> daemons.reports(ScriptedDaemons.LENDER, inspection(boot));
    }
  }

  private void fetched(EnsureBoot boot, BootPart part) {
    daemons.reports(
        ScriptedDaemons.LENDER,
        new BootFetched(UUID.randomUUID(), world.clock.instant(), boot.fence(), part));
  }

  private void ask(String token, CertificatePurpose purpose) {
    world.requests.certificate(ScriptedDaemons.LENDER, token, purpose, "csr");
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
        ScriptedDaemons.LENDER,
        new Beat(
            UUID.randomUUID(), world.clock.instant(), boot.fence(), beats, phase, null, message));
  }

  void erased(EnsureBoot boot) {
    daemons.reports(ScriptedDaemons.LENDER, erasure(boot));
  }

  Inspected inspection(EnsureBoot boot) {
    HardwareFacts facts =
        new HardwareFacts(
            BootMode.BIOS,
            "QEMU Virtual CPU",
            2,
            1980,
            "S1",
            "QEMU",
            "Standard PC",
            List.of(
                new HardwareFacts.Disk(
                    "virtio-lent1", "/dev/vda", diskGib << 30, "", "lent1", false)),
            List.of(
                new HardwareFacts.Card(
                    "eth0", MacAddress.of("52:54:00:00:00:11"), "virtio_net", null, true)),
            "ttyS0");
    return new Inspected(UUID.randomUUID(), world.clock.instant(), boot.fence(), facts, null);
  }

  Erased erasure(EnsureBoot boot) {
    DiskErasure disk =
        new DiskErasure("virtio-lent1", "/dev/vda", 8L << 30, "discard", verified, 64);
    return new Erased(
        UUID.randomUUID(), world.clock.instant(), boot.fence(), List.of(disk), null, null);
  }
}
