package org.yuzuri.portal.errand;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Errands in memory. */
public final class MemoryErrands implements ErrandRepository {

  private final List<ErrandRow> errands = new ArrayList<>();

  @Override
  public void add(ErrandRow errand) {
    errands.add(errand);
  }

  @Override
  public List<ErrandRow> list(long runId) {
    return errands.stream().filter(errand -> errand.runId() == runId).toList();
  }

  @Override
  public int forgetOfRunsEnded(Instant before) {
    return 0; // No story is as long.
  }

  @Override
  public Optional<ErrandRow> findByCommand(UUID commandId) {
    return errands.stream().filter(errand -> errand.commandId().equals(commandId)).findFirst();
  }
}
