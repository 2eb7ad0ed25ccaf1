package org.yuzuri.host.command;

import java.time.Duration;

/** How a handler waits between two looks at what it waits for. */
@FunctionalInterface
public interface Pause {

  /**
   * Waits so long.
   *
   * @throws CommandFailedException INTERRUPTED: the daemon stops meanwhile
   */
  void of(Duration wait);

  /** Waits by sleeping. */
  static void sleep(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("INTERRUPTED", "the daemon stops", true, e);
    }
  }
}
