package org.yuzuri.portal.errand;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where errands are kept. */
public interface ErrandRepository {

  /** Keeps a new errand. */
  void add(Errand errand);

  /** Errands of a run, in the order in which they were first sent. */
  List<Errand> list(long runId);

  /** The errand whose last try is this command. */
  Optional<Errand> findByCommand(UUID commandId);
}
