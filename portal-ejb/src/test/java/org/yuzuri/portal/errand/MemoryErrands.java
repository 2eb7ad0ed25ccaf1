package org.yuzuri.portal.errand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Errands in memory. */
public final class MemoryErrands implements ErrandRepository {

  private final List<Errand> errands = new ArrayList<>();

  @Override
  public void add(Errand errand) {
    errands.add(errand);
  }

  @Override
  public List<Errand> list(long runId) {
    return errands.stream().filter(errand -> errand.runId() == runId).toList();
  }

  @Override
  public Optional<Errand> findByCommand(UUID commandId) {
    return errands.stream().filter(errand -> errand.commandId().equals(commandId)).findFirst();
  }
}
