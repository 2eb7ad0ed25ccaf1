package org.yuzuri.portal.server;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.audit.Meanwhile;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.server.entry.ServerDraft;
import org.yuzuri.portal.server.entry.ServerEntry;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.event.EventView;
import org.yuzuri.portal.state.event.History;
import org.yuzuri.portal.state.event.SubjectKind;

/** What operators do with servers. Transaction: required. */
@Stateless
public class ServerService {

  @Inject ServerRepository repository;
  @Inject Servers servers;
  @Inject EntryCheck check;
  @Inject History history;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Meanwhile meanwhile;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /**
   * Adds a server to the pool's books; it is ENROLLED until it is admitted.
   *
   * @return its id
   * @throws ProblemException INVALID_VALUE, NAME_TAKEN, ALREADY_A_SERVERS, NO_BOOT_NETWORK, with
   *     everything that is wrong; nothing was written
   */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public long add(ServerDraft draft) {
    return add(draft.entry(""));
  }

  /** As above, from an entry that is checked already. */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public long add(ServerEntry entry) {
    check.check(0, entry);
    Server server = new Server(entry, clock.instant());
    repository.add(server);
    audit.record("server.add", "server " + entry.name(), trail(entry));
    return server.id();
  }

  /**
   * Describes a server anew that is out of the pool.
   *
   * @param described how often it was when the form was opened
   * @throws ProblemException as for adding; CHANGED_BY, CHANGED_MEANWHILE; SERVER_IN_USE;
   *     DISKS_NOT_CLEAN when other disks are named before the ones it has are proven clean; nothing
   *     was written
   */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public void change(long id, int described, ServerDraft draft) {
    Server server = servers.locked(id);
    meanwhile.check(
        described,
        server.described(),
        new Meanwhile.Entry("server", server.name()),
        new Meanwhile.Trace("server.change", "server " + server.name()));
    ServerEntry entry = draft.entry(server.bmc().password().reveal());
    check.check(id, entry);
    String changes = server.changes(entry);
    server.change(entry);
    audit.record("server.change", "server " + entry.name(), changes);
  }

  /** What matters of an entry when somebody asks later who is to blame. */
  private static String trail(ServerEntry entry) {
    return entry.mac().text() + ", known by " + entry.identity();
  }

  /** Whether there is a server of this name. */
  @RequiresPermissions(Permissions.SERVER_READ)
  public boolean exists(String name) {
    return repository.findByName(name).isPresent();
  }

  /** The pool; by name unless asked otherwise, retired servers only when asked for. */
  @RequiresPermissions(Permissions.SERVER_READ)
  public Page<ServerRow> list(ListFilter<ServerState> filter, PageRequest request) {
    return ServerRow.ALL.page(em, filter, request);
  }

  /** One server. */
  @RequiresPermissions(Permissions.SERVER_READ)
  public ServerView view(long id) {
    return ServerView.of(servers.server(id));
  }

  /** What happened to it, oldest first. */
  @RequiresPermissions(Permissions.SERVER_READ)
  public List<EventView> history(long id) {
    servers.server(id);
    return history.of(SubjectKind.SERVER, id);
  }

  /**
   * Takes a free server out of the pool, for maintenance.
   *
   * @param note why, for its history; may be blank, and has at most {@value Waiver#LONGEST_REASON}
   *     characters
   * @throws ProblemException INVALID_VALUE; nothing changed
   * @throws org.yuzuri.portal.state.IllegalEventException it is not free; nothing changed
   */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public void takeOut(long id, String note) {
    Server server = servers.locked(id);
    String said = note.strip().replaceAll("\\s+", " ");
    if (said.length() > Waiver.LONGEST_REASON) {
      throw ProblemException.invalid(
          "maintenanceNote", said, "at most " + Waiver.LONGEST_REASON + " characters");
    }
    servers.happened(
        server,
        ServerEvent.TAKE_OUT,
        new Cause(subject.actor(), clock.instant(), "BY_HAND", said, null));
    audit.record("server.take_out", "server " + server.name(), said);
  }

  /**
   * Lets a server into the pool by the operator's own word: its hardware and its port are not
   * looked at, its disks are not erased. Its page says so for as long as it stays there.
   *
   * @param reason why no run is needed; 1 to {@value Waiver#LONGEST_REASON} characters
   * @throws ProblemException INVALID_VALUE; nothing changed
   * @throws org.yuzuri.portal.state.IllegalEventException it is in the pool, or worked on; nothing
   *     changed
   */
  @RequiresPermissions(Permissions.SERVER_WRITE)
  public void admitWithoutRun(long id, String reason) {
    Server server = servers.locked(id);
    String said = Waiver.reason(reason);
    servers.happened(
        server,
        ServerEvent.ADMIT_WITHOUT_RUN,
        new Cause(subject.actor(), clock.instant(), "ADMITTED_WITHOUT_RUN", said, null));
    audit.record("server.admit_without_run", "server " + server.name(), said);
  }
}
