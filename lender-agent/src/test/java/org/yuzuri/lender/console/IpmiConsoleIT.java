package org.yuzuri.lender.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.HostProcesses;
import org.yuzuri.host.HostPrograms;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.lender.BootCommands;
import org.yuzuri.lender.bmc.BmcDrivers;
import org.yuzuri.lender.bmc.CipherSuites;
import org.yuzuri.lender.bmc.SimulatedBmc;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.report.AgentReport;
import org.yuzuri.wire.report.KeySeen;

/** The real ipmitool, and ipmi_sim; this test is the server at its serial port. */
final class IpmiConsoleIT {

  private static final Duration LONG = Duration.ofSeconds(40);
  private static final String KEY = "0123456789abcdef".repeat(4);

  @TempDir Path directory;

  private final List<AgentReport> reports = new CopyOnWriteArrayList<>();
  private final ConsoleDrivers drivers =
      new ConsoleDrivers(new HostProcesses(), new HostPrograms(), new CipherSuites());
  private final ConsoleWatch watch =
      new ConsoleWatch(drivers::open, reports::add, Clock.fixed(BootCommands.NOW, ZoneOffset.UTC));
  private ServerSocket serialPort;
  private Socket wire;
  private SimulatedBmc bmc;

  @BeforeEach
  void start() throws IOException {
    serialPort = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    serialPort.setSoTimeout((int) LONG.toMillis());
    bmc = new SimulatedBmc(directory, serialPort.getLocalPort());
    wire = serialPort.accept();
    wire.setSoTimeout((int) Duration.ofSeconds(1).toMillis());
    await()
        .ignoreExceptions()
        .until(
            () ->
                new BmcDrivers(new HostProcesses(), new CipherSuites())
                        .open(bmc.access("secret"))
                        .power()
                    == PowerState.OFF);
  }

  @AfterEach
  void stop() throws IOException {
    watch.close();
    bmc.close();
    wire.close();
    serialPort.close();
    await().untilAsserted(() -> assertThat(programsOfThisTest()).isEmpty());
  }

  @Test
  void keyIsReadFromAmongWhatTheServerPrints() throws IOException {
    watch.ensure(boot("secret"));

    print("[    1.0] kernel\r\n\u001b[2J\u0000\u00ffno key\r\nYUZURI-KEY sha256:" + KEY + "\r\n");

    await().atMost(LONG).until(() -> !reports.isEmpty());
    assertThat(reports)
        .singleElement()
        .isInstanceOfSatisfying(KeySeen.class, k -> assertThat(k.key().hex()).isEqualTo(KEY));
  }

  @Test
  void sessionThatSomebodyElseHasGivesWay() throws IOException {
    Console other = drivers.open(bmc.access("secret"));

    watch.ensure(boot("secret"));

    print("\r\nYUZURI-KEY sha256:" + KEY + "\r\n");
    await().atMost(LONG).until(() -> !reports.isEmpty());
    other.close();
  }

  @Test
  void sessionThatSomebodyElseTookIsTakenBack() throws IOException {
    try (ConsoleWatch soon =
        new ConsoleWatch(
            drivers::open,
            reports::add,
            Clock.fixed(BootCommands.NOW, ZoneOffset.UTC),
            Duration.ofMillis(10),
            Duration.ofSeconds(1))) {
      soon.ensure(boot("secret"));
      Console thief = drivers.open(bmc.access("secret"));

      await()
          .atMost(LONG)
          .untilAsserted(
              () -> {
                print("\r\nYUZURI-KEY sha256:" + KEY + "\r\n");
                assertThat(reports).isNotEmpty();
              });
      thief.close();
    }
  }

  @Test
  void closedConsoleIsFreeForTheNextAndNothingWasTypedOnTheServer() throws IOException {
    try (Console first = drivers.open(bmc.access("secret"))) {
      print("hello\r\n");
      StringBuilder seen = new StringBuilder();
      while (seen.indexOf("hello\r\n") < 0) {
        int next = first.output().read();
        assertThat(next).as("after %s", seen).isNotNegative();
        seen.append((char) next);
      }
    }
    drivers.open(bmc.access("secret")).close();

    assertThatThrownBy(() -> wire.getInputStream().read())
        .isInstanceOf(java.net.SocketTimeoutException.class);
  }

  @Test
  void wrongPasswordIsToldWithTheBmcAndWithoutThePassword() {
    assertThatThrownBy(() -> watch.ensure(boot("wr0ng")))
        .isInstanceOf(CommandFailedException.class)
        .hasMessageContaining("console of BMC 127.0.0.1:")
        .hasMessageContaining("Unable to establish")
        .hasMessageNotContaining("wr0ng");
  }

  @Test
  void passwordIsInNoArgumentOfAProgram() {
    try (Console open = drivers.open(bmc.access("secret"))) {
      assertThat(open).isNotNull();
      assertThat(programsOfThisTest()).isNotEmpty().noneMatch(line -> line.contains("secret"));
    }
  }

  private EnsureBoot boot(String password) {
    BmcAccess access = bmc.access(password);
    return BootCommands.install().console(access).build();
  }

  private void print(String text) throws IOException {
    OutputStream server = wire.getOutputStream();
    server.write(text.getBytes(StandardCharsets.ISO_8859_1));
    server.flush();
  }

  // Only this test's programs are descendants of its process; ipmi_sim is one, too.
  private static List<String> programsOfThisTest() {
    return ProcessHandle.current()
        .descendants()
        .flatMap(IpmiConsoleIT::commandLine)
        .filter(line -> line.contains("ipmitool"))
        .toList();
  }

  private static Stream<String> commandLine(ProcessHandle program) {
    return program.info().commandLine().stream();
  }
}
