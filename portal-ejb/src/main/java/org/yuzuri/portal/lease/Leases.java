package org.yuzuri.portal.lease;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.event.EventLog;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * The one place that moves leases; tells the features that follow them. Transaction: the caller's.
 * Whoever locks several rows locks the lease first, then its transfer or wipe, then the server,
 * then the order; several leases by id. Only who holds all leases of an order may lock the order
 * before their transfers and servers: nobody else can then be waiting for it with one of those.
 */
@Dependent
public class Leases {

  private final LeaseRepository repository;
  private final EventLog events;
  private final Iterable<LeaseListener> listeners;

  /** Leases kept here, with their history there. */
  @Inject
  public Leases(
      LeaseRepository repository, EventLog events, @Any Instance<LeaseListener> listeners) {
    this(repository, events, (Iterable<LeaseListener>) listeners);
  }

  /** The same with listeners that somebody else gathered. */
  public Leases(LeaseRepository repository, EventLog events, Iterable<LeaseListener> listeners) {
    this.repository = repository;
    this.events = events;
    this.listeners = listeners;
  }

  /** Begins a lease; it holds its server from now on. */
  public Lease open(LeaseTerms terms, Instant now) {
    Lease lease = new Lease(terms, now);
    repository.add(lease);
    return lease;
  }

  /** Gives the lease its address in the tenant's range. */
  public void takeAddress(Lease lease, Ipv4Address address) {
    lease.takeAddress(address);
  }

  /** The lease, without a lock. */
  public Lease lease(long id) {
    return repository.find(id).orElseThrow(() -> ProblemException.notFound("lease", id));
  }

  /** The lease, locked. */
  public Lease locked(long id) {
    return repository.findLocked(id).orElseThrow(() -> ProblemException.notFound("lease", id));
  }

  /** The lease, locked; empty when another transaction has it: it does the work. */
  public Optional<Lease> lockedUnlessTaken(long id) {
    return repository.findUnlessTaken(id);
  }

  /** Puts off the end of a lease that could not be ended, unless another node is at it. */
  public void putOffExpiry(long id, Instant now) {
    lockedUnlessTaken(id).ifPresent(lease -> lease.putOffExpiry(now));
  }

  /** Leases of an order, by id. */
  public List<Lease> ofOrder(long orderId) {
    return repository.ofOrder(orderId);
  }

  /** Lets an event happen to a lease that is locked. */
  public void happened(Lease lease, LeaseEvent event, Cause cause) {
    LeaseState from = lease.state();
    Change change = lease.apply(event, cause);
    events.append(lease.subject(), change);
    if (change.moved()) {
      listeners.forEach(listener -> listener.moved(lease, from, cause));
    }
  }

  /** Another period for a lease that is locked. */
  public void changePeriod(Lease lease, LeasePeriod period, Cause cause) {
    String former = lease.period().text();
    lease.changePeriod(period);
    String state = lease.state().name();
    Cause told =
        new Cause(cause.actor(), cause.at(), cause.code(), former + " → " + period.text(), null);
    events.append(
        lease.subject(),
        new Change(state, "CHANGE_PERIOD", state, Change.Judgement.MOVED, null, told));
    listeners.forEach(listener -> listener.periodChanged(lease));
  }

  /** Production openings of the lease's server are open until then. */
  public void grantsHold(Lease lease, Instant until) {
    lease.grantsHold(until);
  }

  /**
   * Whether a lease's openings shut too soon.
   *
   * @param openUntil until when those of a lease without an end are wanted
   */
  public boolean needsGrants(Lease lease, Instant openUntil) {
    return lease.needsGrants(openUntil);
  }

  /** Ids of leases for which {@link #needsGrants} holds, by id. */
  public List<Long> listNeedingGrants(Instant openUntil, int limit) {
    return repository.listNeedingGrants(openUntil, limit);
  }

  /** The gateway has lost the tunnel of a server that the tenant has. */
  public void tunnelIsDown(Lease lease, Instant at) {
    if (lease.state() == LeaseState.ACTIVE) {
      lease.tunnelIsDown(at);
      events.touch(lease.subject());
    }
  }

  /** The gateway has the tunnel of the lease's server, for the first time or again. */
  public void tunnelIsUp(Lease lease, Instant at) {
    lease.tunnelIsUp(at);
    events.touch(lease.subject());
  }

  /** The tenant's system may run from now on. */
  public void touch(Lease lease, Instant at) {
    lease.touch(at);
  }
}
