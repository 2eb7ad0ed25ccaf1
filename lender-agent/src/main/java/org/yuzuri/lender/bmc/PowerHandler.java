package org.yuzuri.lender.bmc;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.host.command.DeadlinePassedException;
import org.yuzuri.host.command.Pause;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.boot.BootDevice;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureFreshStart;
import org.yuzuri.wire.command.EnsurePower;

/** Brings a server's power to the wanted state and waits until its BMC reports it. */
public final class PowerHandler {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration LONGEST_CHANGE = Duration.ofMinutes(2);

  private final Function<BmcAccess, Bmc> bmcs;
  private final FoundPower found;
  private final Clock clock;
  private final Pause pause;

  /**
   * Makes a handler for the BMCs that these drivers open.
   *
   * @param directory where it keeps in which state it found servers; made when it is not there
   */
  public PowerHandler(Function<BmcAccess, Bmc> bmcs, Path directory, Clock clock, Pause pause) {
    this.bmcs = bmcs;
    this.found = new FoundPower(directory);
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * Idempotent. Blocks until the BMC reports the state, at most to the command's end. A BMC that
   * does not answer is not asked again here: whoever sent the command sends it again, with pauses.
   */
  public CommandOutcome handle(EnsurePower command) {
    try {
      return bring(command);
    } catch (BmcException e) {
      throw new CommandFailedException("BMC_NO_SESSION", e.getMessage(), true, e);
    }
  }

  /**
   * Switches off, waits until that is reported, and boots from the network. Repeated, it starts the
   * server once more: whatever runs then has been booted since. The fact {@code before} stays what
   * it was at the first look under the command's fence.
   */
  public CommandOutcome startAfresh(EnsureFreshStart command) {
    Bmc bmc = bmcs.apply(command.bmc());
    try {
      PowerState now = bmc.power();
      PowerState before = found.first(command.fence(), now);
      if (now != PowerState.OFF) {
        switchTo(PowerState.OFF, bmc, command);
      }
      bmc.bootFromNetworkOnce(command.bootMode());
      refuseIfOn(bmc, command.bmc().address());
      switchTo(PowerState.ON, bmc, command);
      return new CommandOutcome.Done(Map.of("before", before.name()));
    } catch (BmcException e) {
      throw new CommandFailedException("BMC_NO_SESSION", e.getMessage(), true, e);
    }
  }

  /** Somebody else switched it on meanwhile: nobody can say what it boots. */
  private static void refuseIfOn(Bmc bmc, BmcAddress address) {
    if (bmc.power() == PowerState.ON) {
      throw new CommandFailedException(
          "FOUND_ON",
          "BMC " + address + " reports ON, expected OFF: it had just been switched off",
          false,
          null);
    }
  }

  private void switchTo(PowerState power, Bmc bmc, EnsureFreshStart command) {
    bmc.setPower(power);
    await(bmc, command.bmc().address(), power, command.notAfter());
  }

  private CommandOutcome bring(EnsurePower command) {
    Bmc bmc = bmcs.apply(command.bmc());
    PowerState before = bmc.power();
    if (command.boot() == BootDevice.DISK) {
      bmc.bootFromDisk(command.bootMode());
    }
    if (before != command.power()) {
      bmc.setPower(command.power());
      await(bmc, command.bmc().address(), command.power(), command.notAfter());
    }
    return new CommandOutcome.Done(
        Map.of("power", command.power().name(), "before", before.name()));
  }

  private void await(Bmc bmc, BmcAddress address, PowerState wanted, Instant notAfter) {
    Instant stuck = clock.instant().plus(LONGEST_CHANGE);
    while (bmc.power() != wanted) {
      if (clock.instant().isAfter(stuck)) {
        throw new CommandFailedException(
            "POWER_STUCK",
            "BMC "
                + address
                + " took the command but does not report "
                + wanted
                + " after "
                + LONGEST_CHANGE.toSeconds()
                + " s",
            true,
            null);
      }
      pause(notAfter);
    }
  }

  private void pause(Instant notAfter) {
    if (clock.instant().isAfter(notAfter)) {
      throw new DeadlinePassedException("the BMC");
    }
    pause.of(BETWEEN_LOOKS);
  }
}
