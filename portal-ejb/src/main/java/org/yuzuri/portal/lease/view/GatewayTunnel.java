package org.yuzuri.portal.lease.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.lease.LeaseState;

/**
 * A server that uses a gateway, as the gateway's page shows it.
 *
 * @param lease id of its lease
 * @param server name of the server
 * @param virtualAddress its address in the tenant's network; null before it has one
 * @param downSince since when its tunnel is down while the tenant has the server
 */
public record GatewayTunnel(
    long lease,
    String server,
    @Nullable String virtualAddress,
    LeaseState state,
    @Nullable Instant downSince) {

  /** Whether the tenant has the server and its tunnel is up. */
  public boolean isUp() {
    return state == LeaseState.ACTIVE && downSince == null;
  }
}
