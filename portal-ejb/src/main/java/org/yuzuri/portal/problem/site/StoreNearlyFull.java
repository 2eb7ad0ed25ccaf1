package org.yuzuri.portal.problem.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.image.store.ImageStore;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.problem.Place;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.problem.Watch;

/** The file system of the boot images is nearly full. */
@ApplicationScoped
public class StoreNearlyFull implements Watch {

  /** Percent taken from which on it is told, and from which on uploads are in danger. */
  private static final int WARNED = 85;

  private static final int FULL = 95;

  @Inject ImageStore store;

  @Override
  public boolean isOfEachNode() {
    return true;
  }

  @Override
  public String code() {
    return "STORE_NEARLY_FULL";
  }

  @Override
  public List<Sighting> look(Instant now) {
    int taken;
    try {
      taken = store.room().percentTaken();
    } catch (ProblemException notSetUp) {
      return List.of(); // who uploads is told
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return taken(taken, now);
  }

  /** What so much means. */
  static List<Sighting> taken(int percent, Instant now) {
    if (percent < WARNED) {
      return List.of();
    }
    Severity severity = percent < FULL ? Severity.WARNING : Severity.ERROR;
    return List.of(new Sighting(severity, Place.PORTAL, 0, "", percent + " %", now));
  }
}
