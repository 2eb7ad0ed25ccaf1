package org.yuzuri.portal.run.timer;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Drives due runs: one item, one transaction, one catch. */
@Singleton
public class RunTimer {

  private static final int BATCH = 40;

  @Inject RunService runs;
  @Inject AsSystem asSystem;

  /** Looks each second. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "advance runs")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "due runs were not looked at; they are in a second",
        () -> asSystem.run("run timer", () -> runs.listDue(BATCH).forEach(this::advance)));
  }

  private void advance(long id) {
    Attempts.run("run", id, runs::advance, runs::stumbled);
  }
}
