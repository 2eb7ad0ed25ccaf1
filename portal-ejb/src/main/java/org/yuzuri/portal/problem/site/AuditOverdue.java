package org.yuzuri.portal.problem.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.audit.seal.AuditKeeper;
import org.yuzuri.portal.problem.Place;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.problem.Watch;

/** The audit trail has not been checked for two days. */
@ApplicationScoped
public class AuditOverdue implements Watch {

  /** Every node checks once a night. */
  private static final Duration PATIENCE = Duration.ofDays(2);

  @Inject AuditKeeper keeper;

  @Override
  public String code() {
    return "AUDIT_OVERDUE";
  }

  @Override
  public List<Sighting> look(Instant now) {
    return keeper.lastChecked().stream()
        .filter(last -> last.isBefore(now.minus(PATIENCE)))
        .map(last -> new Sighting(Severity.WARNING, Place.AUDIT, 0, "", "", last))
        .toList();
  }
}
