package org.yuzuri.portal.dashboard;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.shiro.authz.annotation.RequiresPermissions;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.access.CurrentSubject;
import org.yuzuri.portal.access.Permissions;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.agent.Presence;
import org.yuzuri.portal.image.ImageState;
import org.yuzuri.portal.order.OrderState;
import org.yuzuri.portal.problem.Severity;
import org.yuzuri.portal.problem.StandingProblems;
import org.yuzuri.portal.quota.Quota;
import org.yuzuri.portal.quota.Quotas;
import org.yuzuri.portal.run.state.RunState;
import org.yuzuri.portal.server.ServerState;
import org.yuzuri.wire.value.DaemonKind;

/** The pages that people begin at. Transaction: required. */
@Stateless
public class DashboardService {

  private static final int WORST = 5;
  private static final String LATE = "RUN_LATE";

  @Inject StandingProblems problems;
  @Inject Agents agents;
  @Inject Quotas quotas;
  @Inject CurrentSubject subject;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /** How it stands with the site, in five statements. */
  @RequiresPermissions(Permissions.SERVER_READ)
  public SiteView site() {
    List<StandingProblems.Count> counts = problems.counts();
    Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
    counts.forEach(count -> bySeverity.merge(count.severity(), count.count(), Long::sum));
    long late =
        counts.stream()
            .filter(count -> count.kind().equals(LATE))
            .mapToLong(StandingProblems.Count::count)
            .sum();
    long transfers =
        em.createQuery("select count(t) from Transfer t where t.run.state = :running", Long.class)
            .setParameter("running", RunState.RUNNING)
            .getSingleResult();
    return new SiteView(offers(), bySeverity, problems.worst(WORST), transfers, late, daemons());
  }

  private List<OfferLine> offers() {
    List<Object[]> rows =
        em.createQuery(
                "select o.id, o.name, o.visible, s.state, count(s) from Offer o"
                    + " left join Server s on s.offerId = o.id and s.state <> :retired"
                    + " group by o.id, o.name, o.visible, s.state order by o.name, o.id",
                Object[].class)
            .setParameter("retired", ServerState.RETIRED)
            .getResultList();
    Map<Long, List<Object[]>> byOffer =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> (Long) row[0], LinkedHashMap::new, Collectors.toList()));
    return byOffer.values().stream()
        .map(DashboardService::offer)
        .filter(offer -> offer.visible() || offer.total() > 0)
        .toList();
  }

  private static OfferLine offer(List<Object[]> rows) {
    Object[] first = rows.get(0);
    Map<ServerState, Long> servers = new EnumMap<>(ServerState.class);
    rows.stream()
        .filter(row -> row[3] != null)
        .forEach(row -> servers.put((ServerState) row[3], (Long) row[4]));
    return new OfferLine((Long) first[0], (String) first[1], (Boolean) first[2], servers);
  }

  private List<SiteView.Daemon> daemons() {
    List<AgentView> all = agents.listEnrolled();
    return Stream.of(DaemonKind.LENDER_AGENT, DaemonKind.TENANT_GATEWAY)
        .map(kind -> daemon(kind, all.stream().filter(one -> one.kind() == kind).toList()))
        .toList();
  }

  private static SiteView.Daemon daemon(DaemonKind kind, List<AgentView> all) {
    List<AgentView> silent = all.stream().filter(one -> !one.online()).toList();
    return new SiteView.Daemon(
        kind.name(),
        all.size(),
        silent.size(),
        silent.stream()
            .map(AgentView::lastContact)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null));
  }

  /** What the subject's tenant has and has to do, in at most six statements. */
  @RequiresPermissions(Permissions.LEASE_READ)
  public OwnView own() {
    long count =
        em.createQuery(
                "select count(l) from Lease l where l.activeServerId is not null", Long.class)
            .getSingleResult();
    return new OwnView(
        count == 0 ? List.of() : leases(),
        count,
        orders(),
        subject.may(Permissions.GATEWAY_READ) ? gateways() : null,
        subject.may(Permissions.IMAGE_READ) ? images() : null);
  }

  private List<OwnView.LeaseLine> leases() {
    return em.createQuery(
            "select new org.yuzuri.portal.dashboard.OwnView$LeaseLine(l.id, s.name, l.hostName,"
                + " l.state, l.endsAt) from Lease l join Server s on s.id = l.serverId"
                + " where l.activeServerId is not null"
                + " order by case when l.endsAt is null then 1 else 0 end, l.endsAt, l.id",
            OwnView.LeaseLine.class)
        .setMaxResults(OwnView.MOST)
        .getResultList();
  }

  private List<OwnView.OrderLine> orders() {
    return em.createQuery(
            "select new org.yuzuri.portal.dashboard.OwnView$OrderLine(o.id, f.name, o.serverCount,"
                + " o.state, o.stateSince) from PurchaseOrder o join Offer f on f.id = o.offerId"
                + " where o.state in (:open) order by o.id desc",
            OwnView.OrderLine.class)
        .setParameter("open", List.of(OrderState.FULFILLING, OrderState.CANCELLING))
        .setMaxResults(OwnView.MOST)
        .getResultList();
  }

  private List<OwnView.GatewayLine> gateways() {
    Instant now = clock.instant();
    return em.createQuery(
            "select g.id, g.name, a.state, a.lastContact, a.certificate.notAfter from Gateway g"
                + " join Agent a on a.id = g.agentId where g.removedAt is null order by g.name",
            Object[].class)
        .getResultStream()
        .map(
            row ->
                new OwnView.GatewayLine(
                    (Long) row[0],
                    (String) row[1],
                    presence((AgentState) row[2], (Instant) row[3], (Instant) row[4], now)))
        .toList();
  }

  private static Presence presence(
      AgentState state, @Nullable Instant contact, @Nullable Instant until, Instant now) {
    return Presence.of(state, contact, until, now);
  }

  private OwnView.Images images() {
    Object[] row =
        em.createQuery(
                "select count(distinct i.id), coalesce(sum(f.sizeBytes), 0) from BootImage i"
                    + " left join i.files f where i.state <> :gone and i.tenantId = :tenant",
                Object[].class)
            .setParameter("gone", ImageState.REMOVED)
            .setParameter("tenant", subject.tenantId())
            .getSingleResult();
    return new OwnView.Images(
        (Long) row[0], (Long) row[1], quotas.allowed(Quota.IMAGE_BYTES, subject.tenantId()));
  }
}
