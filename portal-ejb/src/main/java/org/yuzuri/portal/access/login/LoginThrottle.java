package org.yuzuri.portal.access.login;

import java.time.Duration;

/**
 * Slows the guessing of passwords down. Implemented by the feature that keeps budgets of tries.
 *
 * <p>A source is the network address that a try comes from; empty when it is not known.
 */
public interface LoginThrottle {

  /**
   * Takes one try before the password is looked at, so that tries at the same moment count, too.
   *
   * @return zero: it was taken; otherwise nothing was, and how long this source has to wait
   */
  Duration take(String source, String login);

  /** The password was right: the source's tries at this login begin anew. */
  void succeeded(String source, String login);

  /** The try that was taken could not be judged; it is given back. */
  void giveBack(String source, String login);
}
