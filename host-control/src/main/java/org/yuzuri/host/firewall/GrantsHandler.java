package org.yuzuri.host.firewall;

import java.util.Map;
import java.util.Set;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.wire.command.CommandOutcome;
import org.yuzuri.wire.command.EnsureGrants;

/** Carries out {@link EnsureGrants}, for both daemons. Safe for threads. */
public final class GrantsHandler {
  private final Firewall firewall;

  /**
   * @param firewall of this site, restored
   */
  public GrantsHandler(Firewall firewall) {
    this.firewall = firewall;
  }

  /** Ids of the servers that have openings. */
  public Set<Long> servers() {
    return firewall.servers();
  }

  /**
   * Makes the command's grants those of its server.
   *
   * @return done, with the fact {@code openings}: how many the kernel has for all servers
   * @throws CommandFailedException FIREWALL_REFUSED; the grants from before still hold
   */
  public CommandOutcome handle(EnsureGrants command) {
    try {
      int openings = firewall.ensure(command.fence().serverId(), command.grants());
      return new CommandOutcome.Done(Map.of("openings", String.valueOf(openings)));
    } catch (FirewallException e) {
      throw new CommandFailedException("FIREWALL_REFUSED", e.getMessage(), true, e);
    }
  }
}
