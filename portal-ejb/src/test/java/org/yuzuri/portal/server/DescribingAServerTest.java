package org.yuzuri.portal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yuzuri.portal.access.Actor;
import org.yuzuri.portal.server.entry.ServerDraft;
import org.yuzuri.portal.server.entry.ServerEntry;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Fault;
import org.yuzuri.portal.state.TestIds;

class DescribingAServerTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String ONE_DISK = "/dev/sda 480 ata-DISK_1";

  private final Server server = new Server(entry("10.0.0.17:623", ONE_DISK), NOW);

  @Test
  void aServerThatIsNotInThePoolTakesAnotherDescription() {
    server.change(entry("10.0.0.99:623", "/dev/sdb 960 ata-DISK_2"));

    assertThat(server.bmc().address()).hasToString("10.0.0.99:623");
    assertThat(server.disks()).hasToString("[/dev/sdb 960 ata-DISK_2]");
  }

  @Test
  void theTrailSaysWhatWasAndWhatIsAndNeverAPassword() {
    assertThat(server.changes(entry("10.0.0.99:623", "/dev/sdb 960 ata-DISK_2")))
        .isEqualTo(
            "bmcAddress: 10.0.0.17:623 → 10.0.0.99:623;"
                + " disks: [/dev/sda 480 ata-DISK_1] → [/dev/sdb 960 ata-DISK_2]");
    assertThat(server.changes(entry("10.0.0.17:623", "other secret", ONE_DISK)))
        .isEqualTo("bmcPassword: another one");
  }

  @Test
  void aServerThatCanBeOrderedStaysAsItIs() {
    TestIds.give(server, 17);
    server.apply(ServerEvent.ADMIT_WITHOUT_RUN, cause());

    assertThatThrownBy(() -> server.change(entry("10.0.0.99:623", ONE_DISK)))
        .hasMessageContaining("SERVER_IN_USE")
        .hasMessageContaining("AVAILABLE");
    assertThat(server.bmc().address()).hasToString("10.0.0.17:623");
  }

  @Test
  void theDisksOfAQuarantinedServerStayUntilTheyAreProvenClean() {
    TestIds.give(server, 17);
    for (ServerEvent event :
        new ServerEvent[] {
          ServerEvent.ADMIT_WITHOUT_RUN,
          ServerEvent.RESERVE,
          ServerEvent.CUT_OFF,
          ServerEvent.QUARANTINE
        }) {
      server.apply(event, cause());
    }

    assertThatThrownBy(() -> server.change(entry("10.0.0.99:623", "/dev/sdb 960 ata-DISK_2")))
        .hasMessageContaining("DISKS_NOT_CLEAN");
    server.change(entry("10.0.0.99:623", ONE_DISK));
    assertThat(server.bmc().address()).hasToString("10.0.0.99:623");
  }

  @ParameterizedTest
  @EnumSource(ServerState.class)
  void whatIsLentOrWorkedOnIsNeverDescribedAnew(ServerState state) {
    boolean outOfThePool =
        switch (state) {
          case ENROLLED, MAINTENANCE, QUARANTINED, WIPE_FAILED -> true;
          default -> false;
        };

    assertThat(state.mayBeEdited()).isEqualTo(outOfThePool);
  }

  private static Cause cause() {
    return Cause.failure(Actor.system("test"), NOW, Fault.HARDWARE, "BROKEN", "on purpose");
  }

  private static ServerEntry entry(String bmc, String disks) {
    return entry(bmc, "secret", disks);
  }

  private static ServerEntry entry(String bmc, String password, String disks) {
    return new ServerDraft(
            1,
            1,
            "lent-17",
            "52:54:00:00:00:11",
            "192.0.2.17/24",
            "UEFI",
            "ttyS0",
            "CONSOLE",
            2,
            2048,
            "IPMI",
            bmc,
            "admin",
            password,
            "EXTERNAL",
            "",
            disks)
        .entry("");
  }
}
