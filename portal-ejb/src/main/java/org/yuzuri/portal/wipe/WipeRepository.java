package org.yuzuri.portal.wipe;

import java.util.Optional;

/** Where wipes and their evidence are kept. */
public interface WipeRepository {

  /** Keeps a new wipe and gives it its id. */
  void add(Wipe wipe);

  /** Keeps evidence. */
  void add(WipeRecord record);

  /** The wipe that this run brings about. */
  Optional<Wipe> findByRun(long runId);

  /** The last wipe of this lease's server. */
  Optional<Wipe> findLastOfLease(long leaseId);
}
