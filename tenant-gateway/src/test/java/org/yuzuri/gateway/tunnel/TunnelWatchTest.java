package org.yuzuri.gateway.tunnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.HostPrograms;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.host.Processes;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.TunnelDown;
import org.yuzuri.wire.report.TunnelUp;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.TunnelPurpose;

class TunnelWatchTest {
  private static final Fence INSTALL = new Fence(3, 7, 5);

  @TempDir Path directory;
  private final List<ProcessCall> calls = new ArrayList<>();
  private final List<AgentReport> reports = new ArrayList<>();
  private String associations = "";
  private Path socket;
  private TunnelWatch watch;

  @BeforeEach
  void start() throws IOException {
    socket = Files.createFile(directory.resolve("vici"));
    watch = watch();
  }

  private TunnelWatch watch() {
    Processes processes =
        call -> {
          calls.add(call);
          String output = call.argv().contains("--list-sas") ? associations : "";
          return new ProcessResult(0, output, "", Duration.ZERO);
        };
    Path swanctl = directory.resolve("swanctl");
    return new TunnelWatch(
        new StrongSwan(processes, new HostPrograms(), swanctl, URI.create("unix://" + socket)),
        new SwanctlDirectory(swanctl),
        memory(),
        reports::add,
        Clock.systemUTC());
  }

  private TunnelMemory memory() {
    TunnelMemory memory = new TunnelMemory(directory.resolve("state"));
    memory.expect(new TunnelName(7, TunnelPurpose.INSTALL), INSTALL);
    memory.expect(new TunnelName(7, TunnelPurpose.PRODUCTION), INSTALL);
    memory.expect(new TunnelName(8, TunnelPurpose.INSTALL), new Fence(4, 8, 1));
    return memory;
  }

  @Test
  void aTunnelIsReportedUnderTheFenceThatItWasAskedForUnder() {
    associations = tunnel("lease-7-install", 3, "10.30.1.17");
    watch.look();
    associations = "";
    watch.look();

    assertThat(((TunnelUp) reports.get(0)).fence()).isEqualTo(INSTALL);
    assertThat(((TunnelDown) reports.get(1)).fence()).isEqualTo(INSTALL);
  }

  @Test
  void aTunnelIsReportedOnceWhenItComesAndOnceWhenItGoes() {
    associations = tunnel("lease-7-install", 3, "10.30.1.17");
    watch.look();
    watch.look();
    assertThat(watch.facts()).containsEntry("tunnelsUp", "1");
    associations = "";
    watch.look();
    watch.look();

    assertThat(reports).hasExactlyElementsOfTypes(TunnelUp.class, TunnelDown.class);
    assertThat(watch.facts()).containsEntry("tunnelsUp", "0");
  }

  @Test
  void aNewKeyExchangeOfTheSameTunnelIsNoNews() {
    associations = tunnel("lease-7-install", 3, "10.30.1.17");
    watch.look();
    associations = tunnel("lease-7-install", 4, "10.30.1.17");
    watch.look();

    assertThat(reports).hasExactlyElementsOfTypes(TunnelUp.class);
  }

  @Test
  void theNextDaemonTellsAgainWhatIsUpAndWhatEndedMeanwhile() {
    associations =
        tunnel("lease-7-install", 3, "10.30.1.17") + tunnel("lease-8-install", 4, "10.30.1.18");
    watch.look();
    reports.clear();
    associations = tunnel("lease-8-install", 4, "10.30.1.18");

    watch().look();

    assertThat(reports).hasExactlyElementsOfTypes(TunnelUp.class, TunnelDown.class);
  }

  @Test
  void theOlderOfTwoTunnelsToOneAddressIsEnded() {
    associations =
        tunnel("lease-7-install", 3, "10.30.1.17") + tunnel("lease-7-production", 9, "10.30.1.17");

    watch.look();

    assertThat(calls)
        .filteredOn(call -> call.argv().contains("--terminate"))
        .singleElement()
        .satisfies(call -> assertThat(call.argv()).contains("--ike-id", "3"));
    assertThat(reports)
        .singleElement()
        .satisfies(report -> assertThat(((TunnelUp) report).purpose()).hasToString("PRODUCTION"));
  }

  @Test
  void anIkeDaemonThatIsNewGetsEverythingAndOneThatIsNotGetsItOnce() throws IOException {
    watch.look();
    watch.look();
    assertThat(loads()).isEqualTo(1);

    Files.delete(socket);
    Files.createFile(directory.resolve("takes the inode"));
    Files.createFile(socket);
    watch.look();

    assertThat(loads()).isEqualTo(2);
  }

  @Test
  void anotherCertificateIsLoadedOnceMoreAndUntilItIsLoaded() throws IOException {
    watch.look();
    watch.loadAgain();
    Path away = Files.move(socket, directory.resolve("away"));
    assertThatThrownBy(watch::look).isInstanceOf(StrongSwanException.class);
    assertThat(loads()).isEqualTo(1);

    Files.move(away, socket);
    watch.look();
    watch.look();

    assertThat(loads()).isEqualTo(2);
  }

  @Test
  void withoutTheIkeDaemonNothingIsTakenForGone() throws IOException {
    associations = tunnel("lease-7-install", 3, "10.30.1.17");
    watch.look();
    Files.delete(socket);

    assertThatThrownBy(watch::look).isInstanceOf(StrongSwanException.class);

    assertThat(reports).hasExactlyElementsOfTypes(TunnelUp.class);
  }

  private long loads() {
    return calls.stream().filter(call -> call.argv().contains("--load-all")).count();
  }

  private static String tunnel(String name, int id, String address) {
    return """
        list-sa event {
          %s {
            uniqueid = %d
            state = ESTABLISHED
            remote-vips = [
              %s
            ]
            child-sas {
              child-1 {
                state = INSTALLED
              }
            }
          }
        }
        """
        .formatted(name, id, address);
  }
}
