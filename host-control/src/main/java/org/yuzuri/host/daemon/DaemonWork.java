package org.yuzuri.host.daemon;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.yuzuri.host.command.CommandHandlers;
import org.yuzuri.host.identity.DaemonIdentity;
import org.yuzuri.wire.call.TrustAnswer;
import org.yuzuri.wire.value.Hold;

/** What one kind of daemon does at its site, beside what all daemons do. */
public interface DaemonWork extends AutoCloseable {

  /** What it does with commands; asked once, before {@link #start()}. */
  CommandHandlers handlers();

  /** Takes up again what an earlier run was at; commands come after it. */
  void start();

  /** What its status tells the portal; asked anew for each. */
  Map<String, String> facts();

  /** Forgets what is too old at this instant to be of use; asked at start and every day. */
  default void forgetOld(Instant now) {}

  /** What it keeps in place for servers beside openings of the firewall, by their ids. */
  default Map<Long, Set<Hold>> holds() {
    return Map.of();
  }

  /** Told of renewed certificates before the portal is shown them; told again after a failure. */
  default void renewed(DaemonIdentity identity) {}

  /** Told every hour whom to believe, also when that is no news; told again after a failure. */
  default void learned(TrustAnswer trust) {}

  /** Stops; commands have stopped before it. */
  @Override
  void close();
}
