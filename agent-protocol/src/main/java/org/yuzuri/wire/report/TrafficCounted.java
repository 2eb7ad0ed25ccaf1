package org.yuzuri.wire.report;

import java.time.Instant;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;
import org.yuzuri.wire.value.Fence;

/**
 * How much a server has sent to the outside and received from there under this fence, as the
 * lender's firewall has counted IP packets that the grants let through: totals since the counting
 * began, which never get smaller. {@code at} is when they were read.
 *
 * @param sentBytes 0 to {@link #MOST}, likewise the others
 */
public record TrafficCounted(
    UUID reportId,
    Instant at,
    Fence fence,
    long sentBytes,
    long sentPackets,
    long receivedBytes,
    long receivedPackets)
    implements AgentReport {

  /**
   * 10^18: what 100 Gbit/s carry in two and a half years. Sums of both directions stay below 2^63.
   */
  public static final long MOST = 1_000_000_000_000_000_000L;

  public TrafficCounted {
    AgentReport.checkCommon(reportId, at);
    Checks.present(fence, "fence");
    Checks.between(sentBytes, 0, MOST, "sentBytes");
    Checks.between(sentPackets, 0, MOST, "sentPackets");
    Checks.between(receivedBytes, 0, MOST, "receivedBytes");
    Checks.between(receivedPackets, 0, MOST, "receivedPackets");
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.trafficCounted(this);
  }
}
