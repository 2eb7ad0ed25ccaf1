package org.yuzuri.portal.site.gateway;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.access.stepup.StepUp;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.agent.Invitation;
import org.yuzuri.portal.agent.Presence;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.audit.Meanwhile;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.platform.Problems;
import org.yuzuri.portal.site.AddressRange;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.portal.site.BootNetworks;
import org.yuzuri.portal.site.SiteProblem;
import org.yuzuri.portal.state.row.RowLock;
import org.yuzuri.wire.value.Ipv4Address;
import org.yuzuri.wire.value.Ipv4Prefix;

/** The gateways of the subject's tenant. Transactions: required. */
@Stateless
public class GatewayService {

  @Inject Gateways gateways;
  @Inject BootNetworks bootNetworks;
  @Inject Agents agents;
  @Inject CurrentSubject subject;
  @Inject AuditTrail audit;
  @Inject Meanwhile meanwhile;
  @Inject StepUp stepUp;
  @Inject GatewayQuotas quotas;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** The gateways that the subject may see, by name. */
  @RequiresPermissions(Permissions.GATEWAY_READ)
  public List<GatewayView> list() {
    return em
        .createQuery("select g from Gateway g order by g.name, g.id", Gateway.class)
        .getResultList()
        .stream()
        .map(gateways::view)
        .toList();
  }

  /** Gateways that the subject may see; by name, revoked ones only when asked for. */
  @RequiresPermissions(Permissions.GATEWAY_READ)
  public Page<GatewayRow> list(ListFilter<AgentState> filter, PageRequest request) {
    return GatewayRow.ALL.page(em, filter, request);
  }

  /**
   * One gateway.
   *
   * @throws ProblemException NOT_FOUND, also for another tenant's
   */
  @RequiresPermissions(Permissions.GATEWAY_READ)
  public GatewayView gateway(long id) {
    return gateways.gateway(id);
  }

  /**
   * Adds a gateway and invites its daemon.
   *
   * @return what the new daemon needs to enrol; shown once
   * @throws ProblemException OVER_QUOTA, or the draft is refused
   */
  @RequiresPermissions(Permissions.GATEWAY_WRITE)
  public Invitation add(GatewayDraft draft) {
    draft.check();
    checkQuota();
    checkOutside(draft);
    checkName(draft.name(), 0);
    checkApart(draft, 0);
    Invitation invitation = agents.inviteGateway(draft.name());
    em.persist(new Gateway(subject.tenantId(), invitation.agentId(), draft));
    audit.record("gateway.add", "gateway " + draft.name(), draft.outsideAddress());
    return invitation;
  }

  /**
   * One gateway with its daemon and what uses it.
   *
   * @throws ProblemException NOT_FOUND, also for another tenant's
   */
  @RequiresPermissions(Permissions.GATEWAY_READ)
  public GatewayDetails details(long id) {
    Gateway gateway = gateways.find(id);
    AgentView daemon = agents.agent(gateway.agentId());
    return new GatewayDetails(
        gateways.view(gateway),
        gateway.version(),
        daemon,
        Presence.of(
            daemon.state(), daemon.lastContact(), daemon.certificateNotAfter(), clock.instant()),
        countServers(id),
        countAddresses(id),
        AddressRange.hostsOf(gateway.pool()).size(),
        gateway.removedAt());
  }

  /**
   * Changes a gateway. Its name and the management port may change at any time; the port is for
   * servers that are not handed over yet. What servers were set up with may change while none uses
   * it.
   *
   * @param version the one that it was typed over
   * @throws ProblemException GATEWAY_IN_USE for each field that servers rest on, CHANGED_BY,
   *     CHANGED_MEANWHILE, GATEWAY_REMOVED, or the draft is refused
   */
  @RequiresPermissions(Permissions.GATEWAY_WRITE)
  public GatewayView change(long id, long version, GatewayDraft draft) {
    Gateway gateway = locked(id);
    meanwhile.check(
        version,
        gateway.version(),
        new Meanwhile.Entry("gateway", gateway.name()),
        new Meanwhile.Trace("gateway.%", "gateway " + id));
    draft.check();
    checkSettled(gateway, draft);
    checkOutside(draft);
    checkName(draft.name(), id);
    checkApart(draft, id);
    String changes = gateway.changes(draft);
    gateway.change(draft);
    audit.record(gateway.tenantId(), "gateway.change", "gateway " + id, changes);
    return gateways.view(gateway);
  }

  /** Who orders takes an address first, under the gateway's lock. */
  private void checkSettled(Gateway gateway, GatewayDraft draft) {
    long servers = countServers(gateway.id());
    Problems problems = new Problems();
    if (servers > 0) {
      gateway
          .settled(draft)
          .forEach(
              (field, before) ->
                  problems.add(
                      new ProblemException(SiteProblem.GATEWAY_IN_USE, field, servers, before)));
    }
    problems.refuse();
  }

  /**
   * Removes a gateway that no server uses: its daemon is refused from now on, its name and its
   * networks are free. After a proof.
   *
   * @throws ProblemException GATEWAY_HAS_SERVERS, GATEWAY_REMOVED, STEP_UP_NEEDED
   */
  @RequiresPermissions(Permissions.GATEWAY_WRITE)
  public void remove(long id) {
    Gateway gateway = locked(id);
    long servers = countServers(id);
    if (servers > 0) {
      throw new ProblemException(
          SiteProblem.GATEWAY_HAS_SERVERS, "gateway", gateway.name() + ": " + servers, "0");
    }
    stepUp.check();
    gateway.remove(clock.instant());
    agents.revoke(gateway.agentId());
    audit.record(gateway.tenantId(), "gateway.remove", "gateway " + id, gateway.name());
  }

  /**
   * Invites a new installation of the gateway's daemon; the old one works until then.
   *
   * @throws ProblemException GATEWAY_REMOVED
   */
  @RequiresPermissions(Permissions.GATEWAY_WRITE)
  public Invitation inviteAgain(long id) {
    return agents.inviteAgain(locked(id).agentId());
  }

  /** Leases that are not over, also those that are being taken back. */
  private long countServers(long id) {
    return em.createQuery(
            "select count(l) from Lease l"
                + " where l.gatewayId = :gateway and l.activeServerId is not null",
            Long.class)
        .setParameter("gateway", id)
        .getSingleResult();
  }

  private long countAddresses(long id) {
    return em.createQuery(
            "select count(h) from HeldAddress h where h.gatewayId = :gateway", Long.class)
        .setParameter("gateway", id)
        .getSingleResult();
  }

  private void checkQuota() {
    quotas.lock(subject.tenantId());
    quotas.gateways(subject.tenantId()).check(1);
  }

  /** Not a word of the boot networks to a tenant: the error does not say which it is in. */
  private void checkOutside(GatewayDraft draft) {
    List<Ipv4Prefix> own =
        bootNetworks.list().stream().map(BootNetwork::prefix).map(Ipv4Prefix::of).toList();
    OutsideAddresses.configured()
        .check("outsideAddress", Ipv4Address.of(draft.outsideAddress()), own);
  }

  private void checkName(String name, long except) {
    boolean taken =
        em.createQuery(
                    "select count(g) from Gateway g"
                        + " where g.name = :name and g.id <> :except and g.tenantId = :tenant"
                        + " and g.removedAt is null",
                    Long.class)
                .setParameter("name", name)
                .setParameter("except", except)
                .setParameter("tenant", subject.tenantId())
                .getSingleResult()
            > 0;
    if (taken) {
      throw new ProblemException(
          CommonProblem.NAME_TAKEN, "name", name, "a name that no other gateway has");
    }
  }

  /**
   * One tenant's gateways hand out different addresses; two tenants may use the same ones. The
   * gateways stay locked until the new one is written.
   */
  private void checkApart(GatewayDraft draft, long except) {
    Ipv4Prefix range = Ipv4Prefix.of(draft.range());
    em.createQuery(
            "select g from Gateway g where g.id <> :except and g.tenantId = :tenant"
                + " and g.removedAt is null order by g.id",
            Gateway.class)
        .setParameter("except", except)
        .setParameter("tenant", subject.tenantId())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .filter(other -> AddressRange.overlap(range, other.range()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new ProblemException(
                  SiteProblem.NETWORKS_OVERLAP,
                  "range",
                  draft.range(),
                  "a network apart from " + other.range() + " of gateway " + other.name());
            });
  }

  private Gateway locked(long id) {
    Gateway gateway = gateways.find(id);
    if (!subject.owns(gateway.tenantId())) {
      throw ProblemException.notFound("gateway", id);
    }
    Gateway locked = RowLock.lock(em, Gateway.class, id).orElseThrow();
    if (locked.removedAt() != null) {
      throw new ProblemException(
          SiteProblem.GATEWAY_REMOVED, "gateway", locked.name(), "one that is there");
    }
    return locked;
  }
}
