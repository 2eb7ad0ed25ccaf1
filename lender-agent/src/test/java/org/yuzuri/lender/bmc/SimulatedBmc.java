package org.yuzuri.lender.bmc;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.value.Secret;

/**
 * A running ipmi_sim of OpenIPMI, user "admin" with password "secret". Its chassis is a script that
 * keeps its state in files; its serial port is a TCP port of this machine.
 */
public final class SimulatedBmc implements AutoCloseable {

  private static final Path RESOURCES = Path.of("src/test/resources/bmc");

  private final Process simulator;
  private final int port;

  /**
   * Starts one; it may take a while to answer.
   *
   * @param serialPort where it looks for the serial port, again every ten seconds until it is there
   */
  public SimulatedBmc(Path directory, int serialPort) throws IOException {
    port = freePort();
    Path chassis = Files.copy(RESOURCES.resolve("chassis.sh"), directory.resolve("chassis.sh"));
    Files.setPosixFilePermissions(chassis, PosixFilePermissions.fromString("rwx------"));
    Files.writeString(directory.resolve("lan.conf"), lanConfiguration(chassis, serialPort));
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
  }

  /** By cipher suite 3: it knows none of those with SHA-256. */
  public BmcAccess access(String password) {
    return access(BmcKind.IPMI_SUITE_3, password);
  }

  BmcAccess access(BmcKind kind, String password) {
    return new BmcAccess(kind, new BmcAddress("127.0.0.1", port), "admin", new Secret(password));
  }

  private String lanConfiguration(Path chassis, int serialPort) {
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
        "sol \"tcp:127.0.0.1:" + serialPort + "\" 115200 history=4096",
        "chassis_control \"" + chassis + "\"",
        "user 2 true \"admin\" \"secret\" admin 10 none md2 md5 straight",
        "");
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    simulator.destroy();
    try {
      if (!simulator.waitFor(5, TimeUnit.SECONDS)) {
        throw new IllegalStateException("ipmi_sim does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
