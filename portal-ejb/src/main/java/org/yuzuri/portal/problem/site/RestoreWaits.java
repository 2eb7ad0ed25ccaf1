package org.yuzuri.portal.problem.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.epoch.EpochNow;
import org.yuzuri.portal.epoch.Epochs;
import org.yuzuri.portal.problem.Place;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.problem.Watch;

/** The database was restored, and nobody has confirmed what the agents know. */
@ApplicationScoped
public class RestoreWaits implements Watch {

  @Inject Epochs epochs;

  @Override
  public String code() {
    return "RESTORE_WAITS";
  }

  @Override
  public List<Sighting> look(Instant now) {
    EpochNow epoch = epochs.now();
    return epoch.reconciling()
        ? List.of(new Sighting(Severity.ERROR, Place.RECONCILIATION, 0, "", "", epoch.since()))
        : List.of();
  }
}
