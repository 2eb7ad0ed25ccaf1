package org.yuzuri.portal.problem.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.yuzuri.portal.audit.seal.AuditKeeper;
import org.yuzuri.portal.problem.Place;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.Sighting;
import org.yuzuri.portal.problem.Watch;

/** The audit trail is not what was written. */
@ApplicationScoped
public class AuditAlarm implements Watch {

  @Inject AuditKeeper keeper;

  @Override
  public String code() {
    return "AUDIT_ALARM";
  }

  @Override
  public List<Sighting> look(Instant now) {
    return keeper.finding().stream()
        .map(found -> new Sighting(Severity.ERROR, Place.AUDIT, 0, "", found, now))
        .toList();
  }
}
