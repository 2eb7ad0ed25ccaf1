package org.yuzuri.portal.usage;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Writes down what was used in hours that are over: one lease, one transaction, one catch. */
@Singleton
public class MeteringTimer {

  private static final int BATCH = 200;

  @Inject MeteringService metering;
  @Inject AsSystem asSystem;

  /** Looks every minute; what was missed while no portal ran is written now. */
  @Schedule(hour = "*", minute = "*", second = "35", persistent = false, info = "metering")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "use of leases was not written down; tried again in a minute",
        () -> asSystem.run("metering", this::writeAll));
    Attempts.tick(
        "images were not measured; tried again in a minute",
        () -> asSystem.run("storage", metering::measureStorage));
  }

  private void writeAll() {
    metering.listWatched().forEach(id -> Attempts.run("lease", id, metering::watch, failed -> {}));
    List<Long> due = metering.listDue(0, BATCH);
    while (!due.isEmpty()) {
      due.forEach(id -> Attempts.run("lease", id, metering::write, failed -> {}));
      due = metering.listDue(due.get(due.size() - 1), BATCH);
    }
  }
}
