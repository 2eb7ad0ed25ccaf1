package org.yuzuri.portal.lease.outage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What keeps tenants from their servers, for the portal's other features. */
@ApplicationScoped
public class TunnelOutages {

  @PersistenceContext EntityManager em;

  /** Leases whose tunnel has been down since before then, by their ids. */
  public List<TunnelOutage> downSince(Instant limit) {
    return em.createQuery(
            "select new org.yuzuri.portal.lease.outage.TunnelOutage(l.id, s.name,"
                + " l.tunnelDownSince) from Lease l join Server s on s.id = l.serverId"
                + " where l.tunnelDownSince < :limit order by l.id",
            TunnelOutage.class)
        .setParameter("limit", limit)
        .getResultList();
  }

  /** How many servers each gateway's daemon has tunnels for, by the daemon's id. */
  public Map<Long, Long> countHeldByDaemon() {
    return em.createQuery(
            "select g.agentId, count(l) from Lease l join Gateway g on g.id = l.gatewayId"
                + " where l.activeServerId is not null group by g.agentId",
            Object[].class)
        .getResultStream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
  }
}
