package org.yuzuri.portal.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.state.row.RowStore;
import org.yuzuri.wire.value.Fence;

/** Where runs are kept. */
public interface RunRepository extends RowStore<Run> {

  /** Id of the run that has this hold on its server. */
  Optional<Long> findByFence(Fence fence);

  /** Ids of the runs on a server that have not ended. */
  List<Long> listRunning(long serverId);

  /** Ids of runs that are due, the longest due first. */
  List<Long> listDue(Instant now, int limit);
}
