package org.yuzuri.portal.server;

import org.yuzuri.portal.platform.ProblemException;

/** What offers promise; known by the offers. */
public interface Promises {

  /**
   * What this offer promises.
   *
   * @throws ProblemException NOT_FOUND
   */
  Promise of(long offerId);
}
