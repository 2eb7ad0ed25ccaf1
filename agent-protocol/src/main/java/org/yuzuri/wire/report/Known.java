package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;
import org.yuzuri.wire.value.KnownServer;

/**
 * All that a daemon remembers, for the portal to hold its books against: sent at start, and when
 * the portal's epoch is a new one.
 *
 * @param epoch which the portal has told
 * @param servers at most {@link #MOST_SERVERS}
 */
public record Known(UUID reportId, Instant at, long epoch, List<KnownServer> servers)
    implements AgentReport {

  /** A report of so many is below 1 MiB, which is the most that the portal reads. */
  public static final int MOST_SERVERS = 5000;

  public Known {
    AgentReport.checkCommon(reportId, at);
    Checks.between(epoch, 0, Fence.LAST_EPOCH, "epoch");
    servers = Checks.list(servers, MOST_SERVERS, "servers");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.known(this);
  }
}
