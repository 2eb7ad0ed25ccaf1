package org.yuzuri.portal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.server.entry.ServerDraft;
import org.yuzuri.portal.server.entry.ServerEntry;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.portal.site.BootNetworks;

class EntryCheckTest {

  private static final long SITE = 1;
  private static final long OTHER_SITE = 2;
  private static final String MAC = "52:54:00:00:00:12";
  private static final String BMC = "10.0.0.18:623";
  private static final String DISK = "/dev/sda 480 ata-DISK_2";

  private final MemoryServers servers = new MemoryServers();
  private final EntryCheck check =
      new EntryCheck(servers, new SameNetworkEverywhere(), offer -> new Promise(4, 4096, 400));

  @BeforeEach
  void addAServer() {
    servers.add(
        new Server(
            entry(
                SITE,
                "lent-17",
                "52:54:00:00:00:11",
                "192.0.2.17/24",
                "10.0.0.17:623",
                "/dev/sda 480 ata-DISK_1"),
            Instant.EPOCH));
  }

  @Test
  void aServerOfItsOwnIsTaken() {
    assertThatCode(() -> check.check(0, entry(SITE, "lent-18", MAC, "192.0.2.18/24", BMC, DISK)))
        .doesNotThrowAnyException();
  }

  @Test
  void aServerKeepsWhatItHas() {
    assertThatCode(
            () ->
                check.check(
                    1,
                    entry(
                        SITE,
                        "lent-17",
                        "52:54:00:00:00:11",
                        "192.0.2.17/24",
                        "10.0.0.17:623",
                        "/dev/sda 480 ata-DISK_1")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "bootAddress, 52:54:00:00:00:12, 192.0.2.17/24,    10.0.0.18:623, /dev/sda 480 ata-DISK_2",
    "bootAddress, 52:54:00:00:00:12, 192.0.2.1/24,     10.0.0.18:623, /dev/sda 480 ata-DISK_2",
    "bootAddress, 52:54:00:00:00:12, 192.0.2.201/24,   10.0.0.18:623, /dev/sda 480 ata-DISK_2",
    "bootAddress, 52:54:00:00:00:12, 203.0.113.18/24,  10.0.0.18:623, /dev/sda 480 ata-DISK_2",
    "bootAddress, 52:54:00:00:00:12, 192.0.2.18/16,    10.0.0.18:623, /dev/sda 480 ata-DISK_2",
    "mac,         52:54:00:00:00:11, 192.0.2.18/24,    10.0.0.18:623, /dev/sda 480 ata-DISK_2",
    "bmcAddress,  52:54:00:00:00:12, 192.0.2.18/24,    10.0.0.17:623, /dev/sda 480 ata-DISK_2",
    "disks,       52:54:00:00:00:12, 192.0.2.18/24,    10.0.0.18:623, /dev/sda 480 ata-DISK_1",
    "disks,       52:54:00:00:00:12, 192.0.2.18/24,    10.0.0.18:623, /dev/sda 399 ata-DISK_2"
  })
  void whatCannotBeIsNamedByItsField(
      String field, String mac, String address, String bmc, String disks) {
    assertThat(problems(entry(SITE, "lent-18", mac, address, bmc, disks)))
        .extracting(ProblemException::field)
        .containsExactly(field);
  }

  @Test
  void aDiskIsNamedOnce() {
    String twice = DISK + "\n/dev/sdb 480 ata-DISK_2\n/dev/sda 480 ata-DISK_3";

    assertThat(problems(entry(SITE, "lent-18", MAC, "192.0.2.18/24", BMC, twice)))
        .extracting(ProblemException::value)
        .containsExactly("/dev/sdb 480 ata-DISK_2", "/dev/sda 480 ata-DISK_3");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    ServerEntry wrong =
        draft(
                SITE,
                "lent-17",
                "52:54:00:00:00:11",
                "192.0.2.17/24",
                2,
                2048,
                "10.0.0.17:623",
                "/dev/sda 48 ata-DISK_1")
            .entry("");

    assertThat(problems(wrong))
        .extracting(ProblemException::field)
        .containsExactlyInAnyOrder(
            "server.name",
            "cpuCount",
            "memoryMib",
            "disks",
            "mac",
            "bootAddress",
            "bmcAddress",
            "disks");
  }

  @Test
  void anotherSiteMayUseTheSamePrivateAddresses() {
    assertThatCode(
            () ->
                check.check(
                    0, entry(OTHER_SITE, "lent-18", MAC, "192.0.2.17/24", "10.0.0.17:623", DISK)))
        .doesNotThrowAnyException();
  }

  @Test
  void aBridgePortIsOneServersAtItsSite() {
    servers.add(new Server(plugged(SITE, 19, "LINUX_BRIDGE", "tap-1"), Instant.EPOCH));

    assertThat(problems(plugged(SITE, 20, "LINUX_BRIDGE", "tap-1")))
        .extracting(ProblemException::field)
        .containsExactly("portName");
    for (ServerEntry entry :
        List.of(
            plugged(SITE, 20, "LINUX_BRIDGE", "tap-2"),
            plugged(SITE, 20, "EXTERNAL", "tap-1"),
            plugged(OTHER_SITE, 20, "LINUX_BRIDGE", "tap-1"))) {
      assertThatCode(() -> check.check(0, entry)).doesNotThrowAnyException();
    }
  }

  private static ServerEntry plugged(long agent, int number, String kind, String port) {
    return new ServerDraft(
            1,
            agent,
            "lent-" + number,
            "52:54:00:00:00:" + number,
            "192.0.2." + number + "/24",
            "UEFI",
            "ttyS0",
            "CONSOLE",
            4,
            4096,
            "IPMI",
            "10.0.0." + number + ":623",
            "admin",
            "secret",
            kind,
            port,
            "/dev/sda 480 ata-DISK_" + number)
        .entry("");
  }

  private List<ProblemException> problems(ServerEntry entry) {
    ProblemException found =
        catchThrowableOfType(ProblemException.class, () -> check.check(0, entry));
    return Stream.concat(Stream.of(found), found.others().stream()).toList();
  }

  private static ServerEntry entry(
      long agent, String name, String mac, String address, String bmc, String disks) {
    return draft(agent, name, mac, address, 4, 4096, bmc, disks).entry("");
  }

  private static ServerDraft draft(
      long agent,
      String name,
      String mac,
      String address,
      int cpus,
      int memory,
      String bmc,
      String disks) {
    return new ServerDraft(
        1,
        agent,
        name,
        mac,
        address,
        "UEFI",
        "ttyS0",
        "CONSOLE",
        cpus,
        memory,
        "IPMI",
        bmc,
        "admin",
        "secret",
        "EXTERNAL",
        "",
        disks);
  }

  /** Sites that all use one range. */
  private static final class SameNetworkEverywhere extends BootNetworks {

    @Override
    public BootNetwork of(long agentId) {
      return new BootNetwork(
          agentId, "192.0.2.0/24", "192.0.2.1", "192.0.2.17", "192.0.2.200", List.of());
    }
  }
}
