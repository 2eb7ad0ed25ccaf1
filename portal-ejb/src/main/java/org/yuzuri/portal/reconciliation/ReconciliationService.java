package org.yuzuri.portal.reconciliation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.epoch.Epochs;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.state.Cause;

/** What operators do after the database was restored. Transaction: required. */
@Stateless
public class ReconciliationService {

  @Inject Epochs epochs;
  @Inject Reconciliation reconciliation;
  @Inject Quarantine quarantine;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Whether the portal waits for somebody to confirm what the agents know. */
  @RequiresPermissions(Permissions.SERVER_READ)
  public boolean isUnderWay() {
    return epochs.now().reconciling();
  }

  /** The books and what the agents know. */
  @RequiresPermissions(Permissions.SERVER_READ)
  public ReconciliationView view() {
    return reconciliation.compare();
  }

  /**
   * The portal goes on; servers in doubt are quarantined.
   *
   * @param mark of the comparison that was looked at
   * @return how many were quarantined
   * @throws ProblemException NOT_RECONCILING, AGENTS_MISSING, COMPARISON_CHANGED; nothing changed
   */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public int confirm(String mark) {
    epochs.confirm(clock.instant());
    ReconciliationView now = reconciliation.compare();
    if (!now.missing().isEmpty()) {
      throw new ProblemException(
          ReconciliationProblem.AGENTS_MISSING, "agents", now.missing(), "a word of each");
    }
    if (!now.mark().equals(mark)) {
      throw new ProblemException(
          ReconciliationProblem.COMPARISON_CHANGED, "mark", mark, "the comparison as it is now");
    }
    int count = 0;
    for (ComparedServer server : now.differing()) {
      if (server.doubt() != null) {
        quarantine.put(server.serverId(), cause(server));
        count++;
      }
    }
    audit.record(
        "reconciliation.confirm",
        "epoch " + epochs.now().number(),
        now.agreeing() + " servers agree, " + count + " quarantined");
    return count;
  }

  private Cause cause(ComparedServer server) {
    String detail =
        server.doubt()
            + ": books have lease "
            + server.leaseId()
            + " generation "
            + server.generation()
            + ", agents lease "
            + server.knownLeaseId()
            + " generation "
            + server.knownGeneration();
    return new Cause(subject.actor(), clock.instant(), "RESTORED_IN_DOUBT", detail, null);
  }
}
