package org.yuzuri.portal.site.gateway;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.agent.Invitation;
import org.yuzuri.portal.audit.AuditTrail;
import org.yuzuri.portal.platform.CommonProblem;
import org.yuzuri.portal.platform.ListFilter;
import org.yuzuri.portal.platform.Page;
import org.yuzuri.portal.platform.PageRequest;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.quota.Quota;
import org.yuzuri.portal.quota.Quotas;
import org.yuzuri.portal.site.AddressRange;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.portal.site.BootNetworks;
import org.yuzuri.portal.site.SiteProblem;
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
  @Inject Quotas quotas;

  @PersistenceContext(unitName = "portal")
  EntityManager em;

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

  /** Changes a gateway; leases that run keep what they were set up with. */
  @RequiresPermissions(Permissions.GATEWAY_WRITE)
  public GatewayView change(long id, GatewayDraft draft) {
    Gateway gateway = own(id);
    draft.check();
    checkOutside(draft);
    checkName(draft.name(), id);
    checkApart(draft, id);
    gateway.change(draft);
    audit.record(gateway.tenantId(), "gateway.change", "gateway " + id, draft.outsideAddress());
    return gateways.view(gateway);
  }

  /** Invites a new installation of the gateway's daemon; the old one works until then. */
  @RequiresPermissions(Permissions.GATEWAY_WRITE)
  public Invitation inviteAgain(long id) {
    return agents.inviteAgain(own(id).agentId());
  }

  private void checkQuota() {
    long tenant = subject.tenantId();
    quotas.lock(tenant);
    long used =
        em.createQuery(
                "select count(g) from Gateway g, Agent a where g.tenantId = :tenant"
                    + " and a.id = g.agentId and a.state <> :revoked",
                Long.class)
            .setParameter("tenant", tenant)
            .setParameter("revoked", AgentState.REVOKED)
            .getSingleResult();
    quotas.use(Quota.GATEWAYS, tenant, used).check(1);
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
                        + " where g.name = :name and g.id <> :except and g.tenantId = :tenant",
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
            "select g from Gateway g where g.id <> :except and g.tenantId = :tenant order by g.id",
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

  private Gateway own(long id) {
    Gateway gateway = gateways.find(id);
    if (!subject.owns(gateway.tenantId())) {
      throw ProblemException.notFound("gateway", id);
    }
    return gateway;
  }
}
