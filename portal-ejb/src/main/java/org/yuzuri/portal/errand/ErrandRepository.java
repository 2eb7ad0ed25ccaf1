package org.yuzuri.portal.errand;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where errands are kept. */
public interface ErrandRepository {

  /** Keeps a new errand. */
  void add(ErrandRow errand);

  /** Errands of a run, in the order in which they were first sent. */
  List<ErrandRow> list(long runId);

  /** Forgets the errands of all runs that ended before this moment; returns how many. */
  int forgetOfRunsEnded(Instant before);

  /** The errand whose last try is this command. */
  Optional<ErrandRow> findByCommand(UUID commandId);
}
