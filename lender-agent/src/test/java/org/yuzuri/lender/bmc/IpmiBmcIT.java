package org.yuzuri.lender.bmc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.HostProcesses;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.bmc.PowerState;

/** The real ipmitool against ipmi_sim, whose chassis is a script that keeps its state in files. */
final class IpmiBmcIT extends BmcContract {

  /** The discard port, where nobody listens. */
  private static final int NO_SERIAL_PORT = 9;

  @TempDir Path directory;

  private SimulatedBmc simulator;

  @BeforeEach
  void start() throws IOException {
    simulator = new SimulatedBmc(directory, NO_SERIAL_PORT);
    await().ignoreExceptions().until(() -> bmc("secret").power() == PowerState.OFF);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void oldCipherSuiteIsForWhatAnOperatorAllowsItOnly() {
    Bmc strict =
        new IpmiBmc(
            simulator.access(BmcKind.IPMI, "secret"), new HostProcesses(), new CipherSuites());

    assertThatThrownBy(strict::power)
        .isInstanceOf(BmcException.class)
        .hasMessageContaining("does not take cipher suite 17 (HMAC-SHA256), expected of IPMI");
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
    return new IpmiBmc(simulator.access(password), new HostProcesses(), new CipherSuites());
  }
}
