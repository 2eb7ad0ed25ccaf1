package org.yuzuri.lender.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.HostProcesses;
import org.yuzuri.wire.value.BmcAccess;
import org.yuzuri.wire.value.BmcAddress;
import org.yuzuri.wire.value.BootMode;
import org.yuzuri.wire.value.PowerState;
import org.yuzuri.wire.value.Secret;

/** The real ipmitool against ipmi_sim, whose chassis is a script that keeps its state in files. */
final class IpmiBmcIT {

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

  @Test
  void powerIsSwitchedAndReported() {
    Bmc bmc = bmc("secret");

    bmc.setPower(PowerState.ON);
    assertThat(bmc.power()).isEqualTo(PowerState.ON);
    assertThat(directory.resolve("power")).hasContent("1");

    bmc.setPower(PowerState.OFF);
    assertThat(bmc.power()).isEqualTo(PowerState.OFF);
  }

  @Test
  void bootDeviceIsNetworkThenDisk() {
    Bmc bmc = bmc("secret");

    bmc.bootFromNetworkOnce(BootMode.BIOS);
    assertThat(directory.resolve("boot")).hasContent("pxe");
    bmc.bootFromDisk();
    assertThat(directory.resolve("boot")).hasContent("default");
    bmc.bootFromNetworkOnce(BootMode.UEFI);
    assertThat(directory.resolve("boot")).hasContent("pxe");
  }

  @Test
  void wrongPasswordIsAFailureThatDoesNotShowIt() {
    Bmc bmc = bmc("wr0ng");

    assertThatThrownBy(bmc::power)
        .isInstanceOf(BmcException.class)
        .hasMessageContaining("BMC 127.0.0.1:" + port + " as admin")
        .hasMessageNotContaining("wr0ng");
  }

  private Bmc bmc(String password) {
    return new IpmiBmc(
        new BmcAccess(new BmcAddress("127.0.0.1", port), "admin", new Secret(password)),
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
