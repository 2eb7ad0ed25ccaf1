package org.yuzuri.portal.inspection;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.inspection.admission.Admission;
import org.yuzuri.portal.inspection.admission.FoundEntry;
import org.yuzuri.portal.inspection.admission.PortFinding;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.run.view.RunPages;
import org.yuzuri.portal.server.Promises;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.server.entry.ServerDraft;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.wire.boot.HardwareFacts;

/** Inspections, for operators. Transaction: required. */
@Stateless
public class InspectionService {

  @Inject InspectionRepository inspections;
  @Inject Inspections beginning;
  @Inject RunPages pages;
  @Inject Servers servers;
  @Inject Promises promises;
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

  /**
   * Begins to admit a server: it is inspected, its port is probed, and its disks are erased. It can
   * be ordered when everything was proven; otherwise it is enrolled, with every reason.
   *
   * @throws org.yuzuri.portal.state.IllegalEventException the server is lent, free to be ordered or
   *     worked on; nothing changed
   */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public void admit(long serverId) {
    Server server = servers.server(serverId);
    beginning.admit(serverId, Cause.of(subject.actor(), clock.instant(), "BY_HAND"));
    audit.record("server.admit", "server " + server.name(), "");
  }

  /** The last inspection of a server; empty when there was none. */
  @RequiresPermissions(Permissions.SERVER_READ)
  public Optional<InspectionView> ofServer(long serverId) {
    return inspections.findLastOfServer(serverId).map(this::view);
  }

  /**
   * The entry of a server with what its last inspection found: threads, memory, firmware and disks.
   * To be saved as any other.
   *
   * @throws ProblemException NOT_FOUND: nothing was found
   */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public ServerDraft asFound(long serverId) {
    Server server = servers.server(serverId);
    HardwareFacts facts =
        inspections
            .findLastOfServer(serverId)
            .map(Inspection::facts)
            .orElseThrow(() -> ProblemException.notFound("inspection", serverId));
    return FoundEntry.of(server, facts, promises.of(server.offerId()));
  }

  private InspectionView view(Inspection inspection) {
    Server server = servers.server(inspection.run().serverId());
    boolean found = inspection.facts() != null;
    Admission admission =
        found ? inspection.judge(server, promises.of(server.offerId())) : Admission.NOTHING;
    return new InspectionView(
        inspection.id(),
        inspection.admits(),
        pages.view(inspection.run()),
        inspection.facts(),
        admission.fromEntry(),
        admission.fromOffer(),
        inspection.findings().stream().map(PortFinding::view).toList());
  }
}
