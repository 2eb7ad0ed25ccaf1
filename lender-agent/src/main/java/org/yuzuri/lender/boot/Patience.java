package org.yuzuri.lender.boot;

/** How long it is worth going on with something slow. */
@FunctionalInterface
interface Patience {

  /**
   * Returns while it is worth going on.
   *
   * @throws org.yuzuri.host.command.DeadlinePassedException the time is up
   * @throws org.yuzuri.host.command.CommandFailedException it is no longer wanted
   */
  void check();
}
