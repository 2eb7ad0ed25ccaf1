package org.yuzuri.portal.inspection;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.run.view.RunPages;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Cause;

/** Inspections, for operators. Transaction: required. */
@Stateless
public class InspectionService {

  @Inject InspectionRepository inspections;
  @Inject Inspections beginning;
  @Inject RunPages pages;
  @Inject Servers servers;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * Begins to look at a server: it is switched off and boots the inspection.
   *
   * @throws org.yuzuri.portal.state.IllegalEventException the server is lent, free to be ordered or
   *     worked on; nothing changed
   */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public void begin(long serverId) {
    Server server = servers.server(serverId);
    beginning.begin(serverId, Cause.of(subject.actor(), clock.instant(), "BY_HAND"));
    audit.record("server.inspect", "server " + server.name(), "");
  }

  /** The last inspection of a server; empty when there was none. */
  @RequiresPermissions(Permissions.SERVER_READ)
  public Optional<InspectionView> ofServer(long serverId) {
    return inspections.findLastOfServer(serverId).map(this::view);
  }

  private InspectionView view(Inspection inspection) {
    Server server = servers.server(inspection.run().serverId());
    List<InspectionView.Difference> differences =
        inspection.facts() == null ? List.of() : Differences.between(server, inspection.facts());
    return new InspectionView(
        inspection.id(), pages.view(inspection.run()), inspection.facts(), differences);
  }
}
