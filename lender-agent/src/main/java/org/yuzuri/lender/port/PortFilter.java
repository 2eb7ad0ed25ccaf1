package org.yuzuri.lender.port;

import java.util.Map;
import org.yuzuri.host.command.CommandFailedException;

/** What filters ports of one kind. Calls block; safe for threads. */
public interface PortFilter {

  /**
   * Lets the port carry what the binding says and nothing else. Idempotent.
   *
   * @return facts for the portal; {@code filter} names the kind of port
   * @throws CommandFailedException the port is not as it should be; ports that were filtered or
   *     closed before still are
   */
  Map<String, String> ensure(PortBinding binding);

  /** The server has no port of this kind; what is remembered of one goes. Idempotent. */
  void forget(long serverId);

  /** Brings back what was filtered before this agent's start. */
  void restore();
}
