package org.yuzuri.portal.server;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.epoch.Epochs;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.event.EventLog;
import org.yuzuri.wire.value.Fence;

/**
 * The one place that moves servers. Every method locks the server's row. Transaction: the caller's.
 */
@Dependent
public class Servers {

  private final ServerRepository repository;
  private final EventLog events;

  private final Epochs epochs;

  /** Servers kept here, with their history there. */
  @Inject
  public Servers(ServerRepository repository, EventLog events, Epochs epochs) {
    this.repository = repository;
    this.epochs = epochs;
    this.events = events;
  }

  /** The server, locked. */
  public Server locked(long id) {
    return repository.findLocked(id).orElseThrow(() -> ProblemException.notFound("server", id));
  }

  /** The server, without a lock. */
  public Server server(long id) {
    return repository.find(id).orElseThrow(() -> ProblemException.notFound("server", id));
  }

  /** The server, without a lock, when it is one of this offer's. */
  public Optional<Server> ofOffer(long id, long offerId) {
    return repository.find(id).filter(server -> server.offerId() == offerId);
  }

  /** What the servers with these ids are called. */
  public Map<Long, String> names(Set<Long> ids) {
    return repository.list(ids).stream().collect(Collectors.toMap(Server::id, Server::name));
  }

  /** Up to {@code count} free servers of an offer, locked; fewer when there are no more. */
  public List<Server> lockFree(long offerId, int count) {
    return repository.lockFree(offerId, count);
  }

  /** Up to {@code count} free servers of an offer, to look at. */
  public List<Server> listFree(long offerId, int count) {
    return repository.listFree(offerId, count);
  }

  /** How many servers of an offer are free now. */
  public int countFree(long offerId) {
    return repository.countFree(offerId);
  }

  /** Whether a server of an offer that can be lent is known by nothing but its network port. */
  public boolean hasIdentityByPort(long offerId) {
    return repository.countOfPool(offerId, Identity.PORT) > 0;
  }

  /** Lets an event happen to a server. */
  public void happened(long id, ServerEvent event, Cause cause) {
    happened(locked(id), event, cause);
  }

  /** Lets an event happen to a server that is locked already. */
  public void happened(Server server, ServerEvent event, Cause cause) {
    events.append(server.subject(), server.apply(event, cause));
  }

  /** A tenant has the server until then; null: until it returns it, or no longer. */
  public void expectBack(long id, @Nullable Instant at) {
    locked(id).expectBack(at);
  }

  /** Keeps something in a server's history that does not move it. */
  public void noted(long id, Cause cause) {
    Server server = locked(id);
    events.append(server.subject(), server.note(cause.code(), cause));
  }

  /**
   * Keeps the machine's serial number, and the exact sizes of those disks that are as they were
   * typed in.
   *
   * @param serial by the firmware; empty when it does not tell
   * @param found size in bytes by the disk's own name
   */
  public void measured(long id, String serial, Map<String, Long> found) {
    locked(id).measured(serial, found);
  }

  /** All that were not retired, by their ids. */
  public List<Server> listKept() {
    return repository.listKept();
  }

  /** Up to {@code count} at this lender agent's site that were not retired, by their ids. */
  public List<Server> listKeptOfSite(long agentId, int count) {
    return repository.listKeptOfSite(agentId, count);
  }

  /** Whether nothing may be done to servers now, because the books were restored. */
  public boolean areLeftAlone() {
    return epochs.now().reconciling();
  }

  /**
   * Begins a new hold: from now on daemons refuse commands of earlier ones.
   *
   * @throws ProblemException RECONCILING
   */
  public Fence fenceAnew(long id, long leaseId) {
    epochs.requireConfirmed();
    return locked(id).fenceAnew(leaseId, Fence.firstGeneration(epochs.now().number()));
  }
}
