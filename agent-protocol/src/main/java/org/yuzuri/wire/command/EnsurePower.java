package org.yuzuri.wire.command;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.PowerState;
import org.yuzuri.wire.boot.BootDevice;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;

/**
 * The server's BMC reports this power state; the next start is from the given device.
 *
 * @param bootMode the firmware that the server is to start with, whichever the device
 */
public record EnsurePower(
    UUID id,
    Instant notAfter,
    Fence fence,
    BmcAccess bmc,
    PowerState power,
    BootDevice boot,
    BootMode bootMode)
    implements LenderCommand {

  public EnsurePower {
    AgentCommand.checkCommon(id, notAfter, fence);
    Checks.present(bmc, "bmc");
    Checks.present(power, "power");
    Checks.present(boot, "boot");
    Checks.present(bootMode, "bootMode");
  }
}
