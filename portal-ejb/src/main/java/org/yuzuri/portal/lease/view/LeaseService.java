package org.yuzuri.portal.lease.view;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.stepup.StepUp;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.lease.Lease;
import org.yuzuri.portal.lease.LeaseEvent;
import org.yuzuri.portal.lease.LeaseRepository;
import org.yuzuri.portal.lease.LeaseState;
import org.yuzuri.portal.lease.Leases;
import org.yuzuri.portal.lease.period.LeaseMeter;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.server.Servers;
import org.yuzuri.portal.state.Cause;
import org.yuzuri.portal.state.event.EventView;
import org.yuzuri.portal.state.event.History;
import org.yuzuri.portal.state.event.SubjectKind;

/** Leases, for pages. Transaction: required. */
@Stateless
public class LeaseService {

  private static final int MOST_OF_A_GATEWAY = 500;

  @Inject LeaseRepository repository;
  @Inject Leases leases;
  @Inject Servers servers;
  @Inject History history;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject StepUp stepUp;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** Leases that the subject may see; newest first unless asked otherwise. */
  @RequiresPermissions(Permissions.LEASE_READ)
  public Page<LeaseRow> list(ListFilter<LeaseState> filter, PageRequest request) {
    return LeaseRow.ALL.page(em, filter, request);
  }

  /** Leases of an order, by id. */
  @RequiresPermissions(Permissions.LEASE_READ)
  public List<LeaseView> ofOrder(long orderId) {
    List<Lease> found = repository.ofOrder(orderId);
    Map<Long, String> names =
        servers.names(found.stream().map(Lease::serverId).collect(Collectors.toSet()));
    return found.stream()
        .map(lease -> view(lease, names.getOrDefault(lease.serverId(), "")))
        .toList();
  }

  /** One lease. */
  @RequiresPermissions(Permissions.LEASE_READ)
  public LeaseView view(long id) {
    return view(leases.lease(id));
  }

  /** How long it has lasted until now. */
  @RequiresPermissions(Permissions.LEASE_READ)
  public LeaseMeter meter(long id) {
    return LeaseMeter.of(leases.lease(id), clock.instant());
  }

  /** Whether its tunnel is up, and how long it was not. */
  @RequiresPermissions(Permissions.LEASE_READ)
  public TunnelView tunnel(long id) {
    Lease lease = leases.lease(id);
    return new TunnelView(lease.tunnelDownSince(), lease.tunnelDown(clock.instant()));
  }

  /** Servers that use a gateway, by name; none for another tenant's. */
  @RequiresPermissions(Permissions.LEASE_READ)
  public List<GatewayTunnel> ofGateway(long gatewayId) {
    return em.createQuery(
            "select new org.yuzuri.portal.lease.view.GatewayTunnel(l.id, s.name, l.virtualAddress,"
                + " l.state, l.tunnelDownSince) from Lease l join Server s on s.id = l.serverId"
                + " where l.gatewayId = :gateway and l.activeServerId is not null order by s.name",
            GatewayTunnel.class)
        .setParameter("gateway", gatewayId)
        .setMaxResults(MOST_OF_A_GATEWAY)
        .getResultList();
  }

  /** What happened to it, oldest first. */
  @RequiresPermissions(Permissions.LEASE_READ)
  public List<EventView> history(long id) {
    leases.lease(id);
    return history.of(SubjectKind.LEASE, id);
  }

  /**
   * Gives the server back: it is cut off first, then erased. Before the hand-over this calls the
   * transfer off. Harmless when it is on its way back already.
   *
   * @throws ProblemException STEP_UP_NEEDED
   */
  @RequiresPermissions(Permissions.LEASE_RETURN)
  public void giveBack(long id) {
    stepUp.check();
    Lease lease = leases.locked(id);
    leases.happened(
        lease, LeaseEvent.RETURN, Cause.of(subject.actor(), clock.instant(), "RETURNED"));
    audit.record(lease.tenantId(), "lease.return", "lease " + id, "");
  }

  private LeaseView view(Lease lease) {
    return view(lease, servers.server(lease.serverId()).name());
  }

  private LeaseView view(Lease lease, String serverName) {
    return LeaseView.of(lease, serverName, subject.seesAllTenants());
  }
}
