package org.yuzuri.portal.agent.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Reports that were set aside, for the portal's other features. Transaction: the caller's. */
@ApplicationScoped
public class SetAsideReports {

  @PersistenceContext EntityManager em;

  /** Those that came since then, each daemon's together, by its id. */
  public List<SetAside> since(Instant since) {
    return em.createQuery(
            "select new org.yuzuri.portal.agent.report.SetAside(a.id, a.name, count(r),"
                + " min(r.receivedAt)) from ReceivedReport r join Agent a on a.id = r.agentId"
                + " where r.disposition = :failed and r.receivedAt > :since"
                + " group by a.id, a.name order by a.id",
            SetAside.class)
        .setParameter("failed", ReceivedReport.Disposition.FAILED)
        .setParameter("since", since)
        .getResultList();
  }
}
