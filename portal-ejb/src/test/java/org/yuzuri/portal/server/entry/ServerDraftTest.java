package org.yuzuri.portal.server.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.port.ServerPort;

class ServerDraftTest {

  private static final String BMC = "10.0.0.17:623";
  private static final String DISKS =
      "/dev/sda 480 ata-DISK_1\n\n  /dev/nvme0n1  960 nvme-DISK_2 \n";

  @Test
  void everyLineOfDisksIsOneDisk() {
    ServerEntry entry = draft("52:54:00:00:00:11", "10.0.0.17:623", "secret", DISKS).entry("");

    assertThat(entry.disks())
        .extracting(ServerDisk::toString)
        .containsExactly("/dev/sda 480 ata-DISK_1", "/dev/nvme0n1 960 nvme-DISK_2");
  }

  @Test
  void anEmptyPasswordKeepsTheOneThatIsThere() {
    ServerDraft draft = draft("52:54:00:00:00:11", "10.0.0.17:623", null, DISKS);

    assertThat(draft.entry("kept").bmc().password().reveal()).isEqualTo("kept");
    assertThatThrownBy(() -> draft.entry(""))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("bmcPassword");
  }

  @Test
  void aCardMayBeWrittenWithDashes() {
    assertThat(draft("52-54-00-00-00-1A", "10.0.0.17:623", "secret", DISKS).entry("").mac())
        .hasToString("52:54:00:00:00:1a");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThatThrownBy(() -> draft("52:54:00", "10.0.0.17", "secret", "/dev/sda").entry(""))
        .isInstanceOfSatisfying(
            ProblemException.class,
            wrong -> {
              assertThat(wrong.field()).isEqualTo("mac");
              assertThat(wrong.others())
                  .extracting(ProblemException::field)
                  .containsExactly("bmcAddress", "disks");
            });
  }

  @Test
  void thePasswordIsInNoLog() {
    assertThat(draft("x", "y", "secret", DISKS).toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "mac, 52:54:00, 10.0.0.17:623, /dev/sda 480 a",
    "bmcAddress, 52:54:00:00:00:11, 10.0.0.17, /dev/sda 480 a",
    "disks, 52:54:00:00:00:11, 10.0.0.17:623, /dev/sda a",
    "disks, 52:54:00:00:00:11, 10.0.0.17:623, /dev/sda 480 ../a",
    "disks, 52:54:00:00:00:11, 10.0.0.17:623, /etc/passwd 480 a",
    "disks, 52:54:00:00:00:11, 10.0.0.17:623, ''"
  })
  void whatIsWrongIsNamedByItsField(String field, String mac, String bmc, String disks) {
    assertThatThrownBy(() -> draft(mac, bmc, "secret", disks).entry(""))
        .isInstanceOfSatisfying(
            ProblemException.class, wrong -> assertThat(wrong.field()).endsWith(field))
        .hasMessageContaining("expected");
  }

  @ParameterizedTest
  @CsvSource({
    "portKind, SWITCH, tap-1, one of LINUX_BRIDGE EXTERNAL",
    "portKind, '', tap-1, one of LINUX_BRIDGE EXTERNAL",
    "portName, LINUX_BRIDGE, '', an interface of the agent's machine",
    "portName, LINUX_BRIDGE, tap 1, an interface of the agent's machine",
    "portName, LINUX_BRIDGE, -tap, an interface of the agent's machine",
    "portName, LINUX_BRIDGE, a234567890123456, an interface of the agent's machine",
    "portName, EXTERNAL, a\tb, one line of at most 60 characters"
  })
  void aPortThatCannotBeIsNamedByItsField(String field, String kind, String name, String expected) {
    assertThatThrownBy(() -> draft("52:54:00:00:00:11", BMC, "secret", kind, name, DISKS).entry(""))
        .isInstanceOfSatisfying(
            ProblemException.class,
            wrong -> {
              assertThat(wrong.field()).isEqualTo(field);
              assertThat(wrong.expected()).startsWith(expected);
            });
  }

  @Test
  void aPortOfTheSitesOwnSwitchNeedsNoName() {
    assertThat(draft("52:54:00:00:00:11", BMC, "secret", "EXTERNAL", "", DISKS).entry("").port())
        .isEqualTo(ServerPort.EXTERNAL);
    assertThat(
            draft("52:54:00:00:00:11", BMC, "secret", "LINUX_BRIDGE", " tap-1 ", DISKS)
                .entry("")
                .port()
                .name())
        .isEqualTo("tap-1");
  }

  private static ServerDraft draft(String mac, String bmc, String password, String disks) {
    return draft("CONSOLE", mac, bmc, password, "EXTERNAL", "", disks);
  }

  private static ServerDraft draft(
      String mac, String bmc, String password, String portKind, String portName, String disks) {
    return draft("CONSOLE", mac, bmc, password, portKind, portName, disks);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "FACE", "port"})
  void whatAServerIsKnownByIsItsConsoleOrItsPort(String identity) {
    assertThatThrownBy(
            () ->
                draft(identity, "52:54:00:00:00:11", BMC, "secret", "EXTERNAL", "", DISKS)
                    .entry(""))
        .isInstanceOfSatisfying(
            ProblemException.class, wrong -> assertThat(wrong.field()).isEqualTo("identity"))
        .hasMessageContaining("CONSOLE or PORT");
  }

  private static ServerDraft draft(
      String identity,
      String mac,
      String bmc,
      String password,
      String portKind,
      String portName,
      String disks) {
    return new ServerDraft(
        1,
        1,
        "lent-17",
        mac,
        "192.0.2.17/24",
        "UEFI",
        "ttyS0",
        identity,
        2,
        2048,
        "IPMI",
        bmc,
        "admin",
        password,
        portKind,
        portName,
        disks);
  }
}
