package org.yuzuri.lender.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.host.command.DeadlinePassedException;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.boot.BootDevice;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.report.CommandOutcome;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Secret;

final class PowerHandlerTest {

  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  @Test
  void bootDeviceIsSetBeforeTheServerStarts() {
    FakeBmc bmc = new FakeBmc(PowerState.OFF);

    CommandOutcome outcome = run(bmc, PowerState.ON, BootDevice.NETWORK_ONCE);

    assertThat(bmc.calls).containsExactly("network once UEFI", "power ON");
    assertThat(outcome).isEqualTo(new CommandOutcome.Done(Map.of("power", "ON", "before", "OFF")));
  }

  @Test
  void repetitionDoesNotSendARunningServerToTheNetworkAgain() {
    FakeBmc bmc = new FakeBmc(PowerState.ON);

    run(bmc, PowerState.ON, BootDevice.NETWORK_ONCE);

    assertThat(bmc.calls).isEmpty();
  }

  @Test
  void runningServerCanBeSentToItsDisk() {
    FakeBmc bmc = new FakeBmc(PowerState.ON);

    run(bmc, PowerState.ON, BootDevice.DISK);

    assertThat(bmc.calls).containsExactly("disk UEFI");
  }

  @Test
  void serverIsSwitchedOff() {
    FakeBmc bmc = new FakeBmc(PowerState.ON);

    run(bmc, PowerState.OFF, BootDevice.UNCHANGED);

    assertThat(bmc.calls).containsExactly("power OFF");
  }

  @Test
  void bmcThatDoesNotAnswerIsNamedAndTheCommandMayBeSentAgain() {
    FakeBmc bmc = new FakeBmc(PowerState.OFF).dead();

    assertThatThrownBy(() -> run(bmc, PowerState.ON, BootDevice.UNCHANGED))
        .isInstanceOfSatisfying(
            CommandFailedException.class,
            failed ->
                assertThat(failed.outcome())
                    .isEqualTo(
                        new CommandOutcome.Failed(
                            "BMC_NO_SESSION", "BMC 127.0.0.1:9611 does not answer", true)));
  }

  @Test
  void waitingEndsWithTheCommand() {
    FakeBmc bmc = new FakeBmc(PowerState.OFF).stuck();
    PowerHandler late = handler(bmc, NOW.plusSeconds(61));

    assertThatThrownBy(() -> late.handle(command(PowerState.ON, BootDevice.UNCHANGED)))
        .isInstanceOf(DeadlinePassedException.class);
  }

  private static CommandOutcome run(Bmc bmc, PowerState power, BootDevice boot) {
    return handler(bmc, NOW).handle(command(power, boot));
  }

  private static PowerHandler handler(Bmc bmc, Instant now) {
    return new PowerHandler(
        access -> bmc, Clock.fixed(now, ZoneOffset.UTC), wait -> assertThat(wait).isPositive());
  }

  private static EnsurePower command(PowerState power, BootDevice boot) {
    return new EnsurePower(
        UUID.randomUUID(),
        NOW.plusSeconds(60),
        new Fence(3, 7, 1),
        new BmcAccess(BmcKind.IPMI, BmcAddress.of("127.0.0.1:9611"), "admin", new Secret("secret")),
        power,
        boot,
        BootMode.UEFI);
  }
}
