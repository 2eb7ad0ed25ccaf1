package org.yuzuri.lender.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.HostProcesses;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.value.Secret;

/** The real ipmitool against ipmi_sim, whose chassis is a script that keeps its state in files. */
final class IpmiBmcIT extends BmcContract {

  private static final Path RESOURCES = Path.of("src/test/resources/bmc");

  @TempDir Path directory;

  private Process simulator;
  private int port;

  @BeforeEach
  void start() throws IOException {
    port = freePort();
    Path chassis = Files.copy(RESOURCES.resolve("chassis.sh"), directory.resolve("chassis.sh"));
    Files.setPosixFilePermissions(chassis, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(directory.resolve("lan.conf"), lanConfiguration(chassis));
    simulator =
        new ProcessBuilder(
                "ipmi_sim",
                "-n",
                "-c",
                directory.resolve("lan.conf").toString(),
                "-f",
                RESOURCES.resolve("bmc.emu").toAbsolutePath().toString(),
                "-s",
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    await().ignoreExceptions().until(() -> bmc("secret").power() == PowerState.OFF);
  }

  @AfterEach
  void stop() throws InterruptedException {
    simulator.destroy();
    assertThat(simulator.waitFor(5, TimeUnit.SECONDS)).isTrue();
  }

  @Override
  Bmc bmc() {
    return bmc("secret");
  }

  @Override
  Bmc unusable() {
    return bmc("wr0ng");
  }

  @Override
  boolean startsFromNetwork() {
    try {
      return Files.readString(directory.resolve("boot")).strip().equals("pxe");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Bmc bmc(String password) {
    return new IpmiBmc(
        new BmcAccess(
            BmcKind.IPMI, new BmcAddress("127.0.0.1", port), "admin", new Secret(password)),
        new HostProcesses());
  }

  private String lanConfiguration(Path chassis) {
    return String.join(
        "\n",
        "name \"test\"",
        "set_working_mc 0x20",
        "startlan 1",
        "addr 127.0.0.1 " + port,
        "priv_limit admin",
        "allowed_auths_admin none md2 md5 straight",
        "guid a123456789abcdefa123456789abcdef",
        "endlan",
        "chassis_control \"" + chassis + "\"",
        "user 2 true \"admin\" \"secret\" admin 10 none md2 md5 straight",
        "");
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
