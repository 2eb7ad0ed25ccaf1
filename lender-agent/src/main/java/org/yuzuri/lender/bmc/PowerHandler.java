package org.yuzuri.lender.bmc;

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
import org.yuzuri.wire.command.EnsureFreshStart;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.report.CommandOutcome;

/** Brings a server's power to the wanted state and waits until its BMC reports it. */
public final class PowerHandler {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration LONGEST_CHANGE = Duration.ofMinutes(2);

  private final Function<BmcAccess, Bmc> bmcs;
  private final Clock clock;
  private final Pause pause;

  /** Makes a handler for the BMCs that these drivers open. */
  public PowerHandler(Function<BmcAccess, Bmc> bmcs, Clock clock, Pause pause) {
    this.bmcs = bmcs;
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
   * server once more: whatever runs then has been booted since.
   */
  public CommandOutcome startAfresh(EnsureFreshStart command) {
    Bmc bmc = bmcs.apply(command.bmc());
    try {
      PowerState before = bmc.power();
      switchTo(PowerState.OFF, bmc, command);
      bmc.bootFromNetworkOnce(command.bootMode());
      switchTo(PowerState.ON, bmc, command);
      return new CommandOutcome.Done(Map.of("before", before.name()));
    } catch (BmcException e) {
      throw new CommandFailedException("BMC_NO_SESSION", e.getMessage(), true, e);
    }
  }

  private void switchTo(PowerState power, Bmc bmc, EnsureFreshStart command) {
    if (bmc.power() != power) {
      bmc.setPower(power);
      await(bmc, command.bmc().address(), power, command.notAfter());
    }
  }

  private CommandOutcome bring(EnsurePower command) {
    Bmc bmc = bmcs.apply(command.bmc());
    PowerState before = bmc.power();
    setBootDevice(bmc, command, before);
    if (before != command.power()) {
      bmc.setPower(command.power());
      await(bmc, command.bmc().address(), command.power(), command.notAfter());
    }
    return new CommandOutcome.Done(
        Map.of("power", command.power().name(), "before", before.name()));
  }

  // A server that is on already has had its one network boot, perhaps before this agent was killed:
  // set again, it would catch the reboot into the installed system.
  private void setBootDevice(Bmc bmc, EnsurePower command, PowerState before) {
    boolean starts = command.power() == PowerState.ON && before == PowerState.OFF;
    if (command.boot() == BootDevice.NETWORK_ONCE && starts) {
      bmc.bootFromNetworkOnce(command.bootMode());
    } else if (command.boot() == BootDevice.DISK) {
      bmc.bootFromDisk(command.bootMode());
    }
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
