package org.yuzuri.portal.reconciliation;

import java.time.Instant;
import java.util.List;
import org.yuzuri.wire.value.Sha256;

/**
 * The books and what the agents know.
 *
 * @param underWay whether the portal waits for somebody to confirm
 * @param since when the books were restored, or when that was confirmed last
 * @param missing names of enrolled lender agents that have told nothing yet
 * @param agreeing how many servers the books and the agents say the same of
 * @param differing the others, by their ids
 */
public record ReconciliationView(
    boolean underWay,
    Instant since,
    List<String> missing,
    int agreeing,
    List<ComparedServer> differing) {

  /** Tells what is shown from anything else that may be shown. */
  public String mark() {
    return Sha256.ofBytes(
            (missing + " " + agreeing + " " + differing)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .hex();
  }

  /** Whether it can be confirmed: everybody has told. */
  public boolean isComplete() {
    return underWay && missing.isEmpty();
  }
}
