package org.yuzuri.portal.inspection.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuzuri.portal.server.Promise;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.entry.ServerDraft;
import org.yuzuri.portal.server.entry.ServerEntry;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.boot.HardwareFacts;

class FoundEntryTest {

  private static final Promise PROMISE = new Promise(2, 2048, 8);

  @Test
  void whatWasFoundTakesThePlaceOfWhatWasEnteredAndTheRestStays() {
    ServerDraft draft =
        FoundEntry.of(server(4096), facts(1980, disk("S1", "/dev/vdb", 9, "")), PROMISE);

    assertThat(draft.bootMode()).isEqualTo("UEFI");
    assertThat(draft.cpuCount()).isEqualTo(8);
    assertThat(draft.disks()).isEqualTo("/dev/vda 9 virtio-S1");
    ServerEntry entry = draft.entry("kept");
    assertThat(entry.name()).isEqualTo("lent-1");
    assertThat(entry.mac()).hasToString("52:54:00:00:00:11");
    assertThat(entry.bmc().password().reveal()).isEqualTo("kept");
    assertThat(entry.port().name()).isEqualTo("tap-1");
  }

  @ParameterizedTest
  @CsvSource({"2048, 1980, 2048", "4096, 1980, 2048", "1024, 1980, 2048", "4096, 2500, 2500"})
  void memoryIsWhatCanBeBuiltIn(int entered, int managed, int taken) {
    assertThat(FoundEntry.of(server(entered), facts(managed), PROMISE).memoryMib())
        .isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "/dev/vdb, S2, '', virtio-S2",
    "/dev/vdb, vdb, '', vdb",
    "/dev/nvme0n1, S2, Samsung SSD 980, nvme-Samsung_SSD_980_S2",
    "/dev/nvme0n2, S2_2, Samsung SSD 980, nvme-Samsung_SSD_980_S2_2",
    "/dev/sda, WD-1 2, WDC, WD-1_2"
  })
  void newDiskHasANameByWhichItIsKnownAgain(String device, String id, String model, String name) {
    HardwareFacts facts = facts(1980, disk(id, device, 9, model));

    ServerEntry entry = FoundEntry.of(server(2048), facts, PROMISE).entry("kept");

    assertThat(entry.disks()).hasToString("[" + device + " 9 " + name + "]");
    assertThat(Differences.fromEntry(new Server(entry, Instant.EPOCH), facts))
        .extracting(Difference::field)
        .doesNotContain("disks");
  }

  private static Server server(int memoryMib) {
    return new Server(
        new ServerDraft(
                1,
                1,
                "lent-1",
                "52:54:00:00:00:11",
                "192.0.2.17/24",
                "BIOS",
                "ttyS0",
                "CONSOLE",
                2,
                memoryMib,
                "IPMI",
                "127.0.0.1:9611",
                "admin",
                "secret",
                "LINUX_BRIDGE",
                "tap-1",
                "/dev/vda 8 virtio-S1")
            .entry(""),
        Instant.EPOCH);
  }

  private static HardwareFacts.Disk disk(String id, String device, long gib, String model) {
    return new HardwareFacts.Disk(id, device, gib << 30, model, id, false);
  }

  private static HardwareFacts facts(int memoryMib, HardwareFacts.Disk... disks) {
    return new HardwareFacts(
        BootMode.UEFI, "CPU", 8, memoryMib, "", "", "", List.of(disks), List.of(), "ttyS0");
  }
}
