package org.yuzuri.portal.inspection;

import java.util.Optional;

/** Where inspections are kept. */
public interface InspectionRepository {

  /** Keeps a new inspection and gives it its id. */
  void add(Inspection inspection);

  /** The inspection that this run brings about. */
  Optional<Inspection> findByRun(long runId);

  /** The last inspection of a server. */
  Optional<Inspection> findLastOfServer(long serverId);
}
