package org.yuzuri.portal.problem.machine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.problem.Place;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.problem.Watch;
import org.yuzuri.portal.run.view.LateRuns;

/** A step of a transfer, a wipe or an inspection takes longer than it should. */
@ApplicationScoped
public class RunLate implements Watch {

  @Inject LateRuns runs;

  @Override
  public String code() {
    return "RUN_LATE";
  }

  @Override
  public List<Sighting> look(Instant now) {
    return runs.list(now).stream()
        .map(
            late ->
                new Sighting(
                    Severity.WARNING,
                    late.leaseId() == 0 ? Place.SERVER : Place.LEASE,
                    late.leaseId() == 0 ? late.serverId() : late.leaseId(),
                    late.server(),
                    "TOO_SLOW_" + late.step(),
                    late.kind(),
                    late.since()))
        .toList();
  }
}
