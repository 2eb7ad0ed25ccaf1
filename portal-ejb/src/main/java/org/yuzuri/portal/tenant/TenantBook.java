package org.yuzuri.portal.tenant;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.quota.Quotas;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.event.EventLog;

/**
 * The tenants, for the portal's other features, and the one place that moves them. Transaction: the
 * caller's.
 */
@Dependent
public class TenantBook {

  private final TenantRepository repository;
  private final EventLog events;
  private final Quotas quotas;

  /** Tenants kept here, with their history there. */
  @Inject
  TenantBook(TenantRepository repository, EventLog events, Quotas quotas) {
    this.repository = repository;
    this.events = events;
    this.quotas = quotas;
  }

  /**
   * One tenant.
   *
   * @throws ProblemException NOT_FOUND
   */
  public TenantView tenant(long id) {
    return repository.find(id).map(Tenant::view).orElseThrow(() -> missing(id));
  }

  /**
   * Why nothing new is ordered or installed for a tenant, in the words that its members read; empty
   * while it is open.
   */
  public Optional<String> suspension(long id) {
    TenantView tenant = tenant(id);
    return tenant.isOpen() ? Optional.empty() : Optional.of(tenant.stateReason());
  }

  /**
   * Suspends a tenant, unless it is suspended or closed; whether that changed anything.
   *
   * @param cause its detail is what the tenant's members read
   * @throws ProblemException NOT_FOUND, also for the lender
   */
  public boolean suspend(long id, Cause cause) {
    // As who orders: an order that is being placed is over, or has not begun.
    quotas.lock(id);
    Tenant tenant = locked(id);
    return tenant.view().isOpen() && happened(tenant, TenantEvent.SUSPEND, cause);
  }

  /** Keeps a new tenant. */
  Tenant add(Tenant tenant) {
    repository.add(tenant);
    return tenant;
  }

  /** A tenant other than the lender, locked. */
  Tenant locked(long id) {
    if (id == Tenants.LENDER) {
      throw missing(id);
    }
    return lockedOrLender(id);
  }

  /** A tenant or the lender, locked. */
  Tenant lockedOrLender(long id) {
    return repository.findLocked(id).orElseThrow(() -> missing(id));
  }

  /** Lets an event happen to a tenant that is locked; whether it changed anything. */
  boolean happened(Tenant tenant, TenantEvent event, Cause cause) {
    Change change = tenant.apply(event, cause);
    events.append(tenant.subject(), change);
    return change.moved();
  }

  private static ProblemException missing(long id) {
    return ProblemException.notFound("tenant", id);
  }
}
