package org.yuzuri.portal.reconciliation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.wire.value.Hold;
import org.yuzuri.wire.value.KnownServer;

/** Why the books alone do not say who has a server. */
public enum Doubt {
  /** The agent at its site has told nothing. */
  AGENT_MISSING,
  /** An agent knows a later hold than the books: it was lent, returned or inspected since. */
  LATER_HOLD,
  /** An agent knows the same hold as of another lease. */
  OTHER_LEASE,
  /** A transfer was under way then, and may have been finished since: the tenant may use it. */
  TRANSFER_UNDER_WAY,
  /** The books have it as free, and something is kept in place for it. */
  HELD_THOUGH_FREE;

  /**
   * What speaks against the books.
   *
   * @param server as the books have it
   * @param asked whether the agent at its site has told
   * @param known what the agents know of it; of several the latest hold counts
   */
  static Optional<Doubt> of(Server server, boolean asked, List<KnownServer> known) {
    KnownServer latest = latest(known);
    if (latest != null && latest.generation() > server.generation()) {
      return Optional.of(LATER_HOLD);
    }
    if (latest != null && isOtherLease(server, latest)) {
      return Optional.of(OTHER_LEASE);
    }
    if (!asked) {
      return Optional.of(AGENT_MISSING);
    }
    if (latest != null && isBegunTransfer(server, latest)) {
      return Optional.of(TRANSFER_UNDER_WAY);
    }
    return latest != null && isHeldThoughFree(server, latest)
        ? Optional.of(HELD_THOUGH_FREE)
        : Optional.empty();
  }

  static @Nullable KnownServer latest(List<KnownServer> known) {
    return known.stream().max(Comparator.comparingLong(KnownServer::generation)).orElse(null);
  }

  /** An agent that has written no lease down cannot tell. */
  private static boolean isOtherLease(Server server, KnownServer latest) {
    return latest.generation() == server.generation()
        && latest.leaseId() != 0
        && latest.leaseId() != server.lastLeaseId();
  }

  private static boolean isBegunTransfer(Server server, KnownServer latest) {
    boolean transfer =
        server.state() == ServerState.RESERVED || server.state() == ServerState.PROVISIONING;
    return transfer && latest.generation() == server.generation();
  }

  private static boolean isHeldThoughFree(Server server, KnownServer latest) {
    boolean free =
        server.state() == ServerState.AVAILABLE
            || server.state() == ServerState.ENROLLED
            || server.state() == ServerState.MAINTENANCE;
    return free && (latest.holds().contains(Hold.GRANTS) || latest.holds().contains(Hold.BOOT));
  }
}
