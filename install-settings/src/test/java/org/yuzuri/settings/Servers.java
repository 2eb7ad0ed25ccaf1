package org.yuzuri.settings;

import java.util.List;
import java.util.Optional;
import org.yuzuri.settings.facts.Disk;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.Firmware;
import org.yuzuri.settings.facts.Nic;
import org.yuzuri.settings.facts.TransferHooks;
import org.yuzuri.settings.release.Release;

/** Facts for tests. */
public final class Servers {

  private Servers() {}

  /** A BIOS server with one card, one disk of 40 GiB and a serial console; no transfer. */
  public static Facts small() {
    return Facts.of(
        "lent-17",
        Firmware.BIOS,
        "ttyS0",
        List.of(new Nic("52:54:00:12:34:56", "192.0.2.17/24", "192.0.2.1", List.of("192.0.2.1"))),
        List.of(new Disk("virtio-lent17a", "/dev/vda", 40)));
  }

  /** The same, for a transfer to a tenant whose network is 10.30.0.0/16. */
  public static Facts inTransfer(Release release) {
    return small().withHooks(TransferHooks.of(release)).withTenantRange("10.30.0.0/16");
  }

  /** A transfer to a UEFI server with two NVMe disks of 40 GiB. */
  public static Facts uefi(Release release) {
    return Facts.of(
            "lent-17",
            Firmware.UEFI,
            "ttyS0",
            small().nics(),
            List.of(new Disk("nvme-a", "/dev/nvme0n1", 40), new Disk("nvme-b", "/dev/nvme1n1", 40)))
        .withHooks(TransferHooks.of(release))
        .withTenantRange("10.30.0.0/16");
  }

  /** A transfer to a server with 64 GiB of memory, of a lender with a time source. */
  public static Facts large(Release release) {
    Facts known = inTransfer(release);
    return new Facts(
        known.hostname(),
        known.firmware(),
        known.console(),
        known.nics(),
        known.disks(),
        known.hooks(),
        known.tenantRange(),
        Optional.of(64L * 1024),
        Optional.of("192.0.2.123"));
  }
}
