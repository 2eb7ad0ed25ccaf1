package org.yuzuri.portal.site.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.Presence;

/**
 * A gateway, as its own page shows it.
 *
 * @param version rises with every change; a change names the one that it was typed over
 * @param daemon its version, its certificate, its clock
 * @param presence whether the daemon is there
 * @param inUse servers that use it: leased, or being taken back
 * @param heldAddresses how many of the addresses for servers are held
 * @param addresses how many there are
 * @param removedAt null while it is there
 */
public record GatewayDetails(
    GatewayView gateway,
    long version,
    AgentView daemon,
    Presence presence,
    long inUse,
    long heldAddresses,
    long addresses,
    @Nullable Instant removedAt) {

  /** Whether it is there and may be changed. */
  public boolean isThere() {
    return removedAt == null;
  }
}
