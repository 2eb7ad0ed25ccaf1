package org.yuzuri.wire.command;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;

/**
 * The server runs what it has booted from the network since this command: switched off, confirmed
 * off, set to boot from the network once, switched on.
 *
 * @param bootMode the firmware that the server is to start with
 */
public record EnsureFreshStart(
    UUID id, Instant notAfter, Fence fence, BmcAccess bmc, BootMode bootMode)
    implements LenderCommand {

  public EnsureFreshStart {
    AgentCommand.checkCommon(id, notAfter, fence);
    Checks.present(bmc, "bmc");
    Checks.present(bootMode, "bootMode");
  }
}
