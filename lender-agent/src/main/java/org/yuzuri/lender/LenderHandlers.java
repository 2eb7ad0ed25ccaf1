package org.yuzuri.lender;

import org.yuzuri.host.command.RefusingHandlers;
import org.yuzuri.host.firewall.GrantsHandler;
import org.yuzuri.lender.bmc.PowerHandler;
import org.yuzuri.lender.boot.BootHandler;
import org.yuzuri.wire.command.EnsureBoot;
import org.yuzuri.wire.command.EnsureGrants;
import org.yuzuri.wire.command.EnsureNoBoot;
import org.yuzuri.wire.command.EnsurePower;
import org.yuzuri.wire.report.CommandOutcome;

/** Which class carries out which command at the lender's site. */
final class LenderHandlers extends RefusingHandlers {

  private final BootHandler boot;
  private final PowerHandler power;
  private final GrantsHandler grants;

  LenderHandlers(BootHandler boot, PowerHandler power, GrantsHandler grants) {
    this.boot = boot;
    this.power = power;
    this.grants = grants;
  }

  @Override
  public CommandOutcome ensureBoot(EnsureBoot command) {
    return boot.ensure(command);
  }

  @Override
  public CommandOutcome ensureNoBoot(EnsureNoBoot command) {
    return boot.ensureNone(command);
  }

  @Override
  public CommandOutcome ensurePower(EnsurePower command) {
    return power.handle(command);
  }

  @Override
  public CommandOutcome ensureGrants(EnsureGrants command) {
    return grants.handle(command);
  }
}
