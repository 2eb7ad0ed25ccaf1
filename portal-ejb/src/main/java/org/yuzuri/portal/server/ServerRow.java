package org.yuzuri.portal.server;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.RowQuery;

/**
 * A server in a list.
 *
 * @param offer name of what it is ordered as
 * @param mac its boot card
 * @param bootAddress ADDRESS/LENGTH in the boot network
 * @param problemCode text {@code reason.CODE}, or null
 * @param problemDetail what was found, or null
 */
public record ServerRow(
    long id,
    String name,
    String offer,
    ServerState state,
    Instant stateSince,
    @Nullable String problemCode,
    @Nullable String problemDetail,
    int cpuCount,
    int memoryMib,
    String mac,
    String bootAddress)
    implements Serializable {

  /** Every server, retired ones when they are asked for. */
  public static final RowQuery<ServerRow, ServerState> ALL =
      new RowQuery<ServerRow, ServerState>(
              ServerRow.class,
              "Server s join Offer f on f.id = s.offerId",
              "s.id",
              "s.name",
              "f.name",
              "s.state",
              "s.stateSince",
              "s.failure.code",
              "s.failure.detail",
              "s.cpuCount",
              "s.memoryMib",
              "s.mac",
              "s.bootAddress")
          .searchedBy("s.name", "s.mac", "s.bootAddress", "s.bmcAddress", "f.name")
          .orderedBy("s.name")
          .inStates("s.state", ServerState.class, Set.of(ServerState.RETIRED));
}
