package org.yuzuri.portal.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yuzuri.wire.value.Fence;

/** Where runs are kept. */
public interface RunRepository {

  /** Keeps a new run and gives it its id. */
  void add(Run run);

  /** Looks without a lock. */
  Optional<Run> find(long id);

  /** Looks and locks the row until the end of the transaction. */
  Optional<Run> findLocked(long id);

  /** Id of the run that has this hold on its server. */
  Optional<Long> findByFence(Fence fence);

  /** Ids of the runs on a server that have not ended. */
  List<Long> listRunning(long serverId);

  /** Ids of runs that are due, the longest due first. */
  List<Long> listDue(Instant now, int limit);
}
