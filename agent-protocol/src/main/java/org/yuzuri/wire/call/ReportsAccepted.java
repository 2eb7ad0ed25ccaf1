package org.yuzuri.wire.call;

import java.util.List;
import java.util.UUID;
import org.yuzuri.wire.value.Checks;

/** The reports that the daemon need not repeat. */
public record ReportsAccepted(List<UUID> accepted) {

  public ReportsAccepted {
    accepted = List.copyOf(Checks.present(accepted, "accepted"));
  }
}
