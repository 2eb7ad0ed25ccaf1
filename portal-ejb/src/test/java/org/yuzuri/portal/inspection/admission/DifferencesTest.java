package org.yuzuri.portal.inspection.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.server.Promise;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.portal.server.entry.ServerEntry;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.boot.HardwareFacts;
import org.yuzuri.wire.port.ServerPort;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Secret;

class DifferencesTest {

  private static final String MAC = "52:54:00:00:00:11";

  @ParameterizedTest
  @ValueSource(strings = {"S1", "virtio-S1", "ata-SAMSUNG_SSD_S1"})
  void diskIsKnownByItsSerialWhateverItsNameBeginsWith(String entered) {
    assertThat(Differences.fromEntry(server(entered, 8), facts(2, 1980, MAC, "S1", 8))).isEmpty();
  }

  @Test
  void diskThatIsAnotherOneIsNamedOnBothSides() {
    assertThat(Differences.fromEntry(server("virtio-S1", 8), facts(2, 1980, MAC, "S2", 8)))
        .containsExactly(
            new Difference("disks", "virtio-S1 8 GiB", ""),
            new Difference("disks", "", "S2 8 GiB"));
  }

  @Test
  void everythingThatDiffersIsSaid() {
    assertThat(
            Differences.fromEntry(
                server("virtio-S1", 8), facts(4, 900, "52:54:00:00:00:99", "S1", 4)))
        .containsExactly(
            new Difference("cpuCount", "2", "4"),
            new Difference("memoryMib", "2048", "900"),
            new Difference("mac", MAC, "52:54:00:00:00:99"),
            new Difference("disks", "virtio-S1 8 GiB", "virtio-S1 4 GiB"));
  }

  @Test
  void whatIsLessThanTheOfferPromisesIsSaid() {
    assertThat(Differences.fromOffer(new Promise(4, 4096, 10), facts(2, 1980, MAC, "S1", 8)))
        .containsExactly(
            new Difference("offer.cpuCount", "4", "2"),
            new Difference("offer.memoryMib", "4096", "1980"),
            new Difference("offer.diskGib", "10", "8"));
  }

  @Test
  void whatTheKernelKeepsOfItsMemoryIsNotMissedByTheOffer() {
    assertThat(Differences.fromOffer(new Promise(2, 2048, 8), facts(2, 1741, MAC, "S1", 8)))
        .isEmpty();
    assertThat(Differences.fromOffer(new Promise(2, 2048, 8), facts(2, 1740, MAC, "S1", 8)))
        .containsExactly(new Difference("offer.memoryMib", "2048", "1740"));
  }

  private static Server server(String disk, int gib) {
    return new Server(
        new ServerEntry(
            1,
            1,
            "lent-1",
            MacAddress.of(MAC),
            Ipv4Prefix.of("192.0.2.17/24"),
            BootMode.BIOS,
            "ttyS0",
            Identity.CONSOLE,
            2,
            2048,
            new BmcAccess(
                BmcKind.IPMI, BmcAddress.of("127.0.0.1:9611"), "admin", new Secret("secret")),
            ServerPort.EXTERNAL,
            List.of(new ServerDisk(disk, "/dev/vda", gib))),
        Instant.EPOCH);
  }

  private static HardwareFacts facts(int cores, int memory, String mac, String disk, long gib) {
    return new HardwareFacts(
        BootMode.BIOS,
        "CPU",
        cores,
        memory,
        "",
        "",
        "",
        List.of(new HardwareFacts.Disk(disk, "/dev/vda", gib << 30, "", disk, false)),
        List.of(new HardwareFacts.Card("eth0", MacAddress.of(mac), "virtio_net", null, true)),
        "ttyS0");
  }
}
