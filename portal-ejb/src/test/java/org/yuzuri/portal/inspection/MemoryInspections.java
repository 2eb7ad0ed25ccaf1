package org.yuzuri.portal.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.state.TestIds;

/** Inspections in memory. */
public final class MemoryInspections implements InspectionRepository {

  private final List<Inspection> inspections = new ArrayList<>();

  @Override
  public void add(Inspection inspection) {
    TestIds.give(inspection, inspections.size() + 1L);
    inspections.add(inspection);
  }

  @Override
  public Optional<Inspection> findByRun(long runId) {
    return inspections.stream().filter(found -> found.run().id() == runId).findFirst();
  }

  @Override
  public Optional<Inspection> findLastOfServer(long serverId) {
    return inspections.stream()
        .filter(found -> found.run().serverId() == serverId)
        .reduce((first, second) -> second);
  }
}
