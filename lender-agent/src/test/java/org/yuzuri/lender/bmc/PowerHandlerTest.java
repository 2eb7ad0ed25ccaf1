package org.yuzuri.lender.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.host.command.DeadlinePassedException;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.BmcKind;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.boot.BootDevice;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureFreshStart;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.Secret;

final class PowerHandlerTest {

  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  private static final BmcAccess BMC =
      new BmcAccess(BmcKind.IPMI, BmcAddress.of("127.0.0.1:9611"), "admin", new Secret("secret"));

  @TempDir private Path state;

  @Test
  void freshStartSwitchesOffFirstAndBootsFromTheNetwork() {
    FakeBmc bmc = new FakeBmc(PowerState.ON);

    CommandOutcome outcome = startAfresh(bmc, 1);

    assertThat(bmc.calls).containsExactly("power OFF", "network once UEFI", "power ON");
    assertThat(outcome).isEqualTo(new CommandOutcome.Done(Map.of("before", "ON")));
  }

  /** Each look is a session of its own, which takes many a BMC a second. */
  @Test
  void freshStartOfAServerThatIsOffLooksOnceBeforeItsBootDeviceOnceBehindItAndOnceWhenItIsOn() {
    FakeBmc bmc = new FakeBmc(PowerState.OFF);

    startAfresh(bmc, 1);

    assertThat(bmc.looks).isEqualTo(3);
  }

  @Test
  void freshStartThatIsRepeatedAfterACrashDoesNotTakeItsOwnStartForSomebodyElses() {
    FakeBmc bmc = new FakeBmc(PowerState.OFF);
    startAfresh(bmc, 1);
    assertThat(bmc.power()).isEqualTo(PowerState.ON);

    CommandOutcome again = startAfresh(bmc, 1);

    assertThat(again).isEqualTo(new CommandOutcome.Done(Map.of("before", "OFF")));
    assertThat(bmc.calls)
        .containsExactly(
            "network once UEFI", "power ON", "power OFF", "network once UEFI", "power ON");
  }

  @Test
  void freshStartThatCouldNotLookIsNotTheFirstLook() {
    assertThatThrownBy(() -> startAfresh(new FakeBmc(PowerState.OFF).dead(), 1))
        .isInstanceOf(CommandFailedException.class);

    assertThat(startAfresh(new FakeBmc(PowerState.ON), 1))
        .isEqualTo(new CommandOutcome.Done(Map.of("before", "ON")));
  }

  @Test
  void serverThatSomebodySwitchesOnInTheMiddleIsNotTakenForStarted() {
    FakeBmc bmc = new FakeBmc(PowerState.ON).wakes();

    assertThatThrownBy(() -> startAfresh(bmc, 1))
        .isInstanceOfSatisfying(
            CommandFailedException.class,
            failed ->
                assertThat(failed.outcome())
                    .isEqualTo(
                        new CommandOutcome.Failed(
                            "FOUND_ON",
                            "BMC 127.0.0.1:9611 reports ON, expected OFF: it had just been switched"
                                + " off",
                            false)));
    assertThat(bmc.calls).containsExactly("power OFF", "network once UEFI");
  }

  @Test
  void nextHoldOnTheServerLooksAnew() {
    startAfresh(new FakeBmc(PowerState.OFF), 1);

    assertThat(startAfresh(new FakeBmc(PowerState.ON), 2))
        .isEqualTo(new CommandOutcome.Done(Map.of("before", "ON")));
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

  private CommandOutcome run(Bmc bmc, PowerState power, BootDevice boot) {
    return handler(bmc, NOW).handle(command(power, boot));
  }

  private PowerHandler handler(Bmc bmc, Instant now) {
    return new PowerHandler(
        access -> bmc,
        state.resolve("power-found"),
        Clock.fixed(now, ZoneOffset.UTC),
        wait -> assertThat(wait).isPositive());
  }

  /** By an agent that was started anew. */
  private CommandOutcome startAfresh(Bmc bmc, long generation) {
    return handler(bmc, NOW)
        .startAfresh(
            new EnsureFreshStart(
                UUID.randomUUID(),
                NOW.plusSeconds(60),
                new Fence(3, 7, generation),
                BMC,
                BootMode.UEFI));
  }

  private static EnsurePower command(PowerState power, BootDevice boot) {
    return new EnsurePower(
        UUID.randomUUID(),
        NOW.plusSeconds(60),
        new Fence(3, 7, 1),
        BMC,
        power,
        boot,
        BootMode.UEFI);
  }
}
