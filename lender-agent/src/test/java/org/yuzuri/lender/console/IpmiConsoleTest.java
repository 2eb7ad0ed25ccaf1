package org.yuzuri.lender.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.lender.bmc.CipherSuites;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.value.Secret;

/** How often a BMC is asked for its console; it answers here in ipmitool's words. */
final class IpmiConsoleTest {

  private final List<ProcessCall> asked = new ArrayList<>();

  @Test
  void whoLetsNobodyInIsAskedOnce() {
    IpmiConsole console =
        consoleOfBmcThatSays("Error: Unable to establish IPMI v2 / RMCP+ session\n");

    assertThatThrownBy(console::open)
        .isInstanceOf(ConsoleException.class)
        .hasMessageContaining("console of BMC 192.0.2.200:623 as admin")
        .hasMessageContaining("Unable to establish IPMI v2 / RMCP+ session");
    assertThat(asked).hasSize(1);
  }

  @Test
  void whoHasNoSessionToEndIsAskedForOne() {
    IpmiConsole console = consoleOfBmcThatSays("Info: SOL payload already de-activated\n");

    assertThatThrownBy(console::open)
        .isInstanceOf(ConsoleException.class)
        .hasMessageContaining("no such program here");
    assertThat(asked).hasSize(2);
  }

  private IpmiConsole consoleOfBmcThatSays(String refusal) {
    BmcAccess access =
        new BmcAccess(
            BmcKind.IPMI, BmcAddress.of("192.0.2.200:623"), "admin", new Secret("s3cret"));
    return new IpmiConsole(
        access,
        call -> {
          asked.add(call);
          return new ProcessResult(1, "", refusal, Duration.ofMillis(1));
        },
        call -> {
          asked.add(call);
          throw new ConsoleException("no such program here", null);
        },
        new CipherSuites());
  }
}
