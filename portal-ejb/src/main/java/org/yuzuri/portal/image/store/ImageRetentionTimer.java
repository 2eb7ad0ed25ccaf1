package org.yuzuri.portal.image.store;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.portal.access.AsSystem;
import org.yuzuri.portal.platform.Attempts;

/** Removes files of boot images that nothing wants any more. */
@Singleton
public class ImageRetentionTimer {

  private static final Logger log = LoggerFactory.getLogger(ImageRetentionTimer.class);

  @Inject AsSystem asSystem;
  @Inject ImageRetentionService retention;
  @Inject ImageStore store;
  @Inject Clock clock;

  /** Once an hour; on several nodes at once it is harmless. */
  @Schedule(hour = "*", minute = "23", persistent = false, info = "unwanted image files")
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run() {
    Attempts.tick(
        "unwanted image files were not removed; tried again in an hour",
        () -> asSystem.run("unwanted image files", this::sweep));
  }

  private void sweep() {
    retention.forgetRemoved();
    try {
      int removed = store.sweep(retention::wanted, clock.instant());
      if (removed > 0) {
        log.info("{} image files that nothing wanted for a day were removed", removed);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
