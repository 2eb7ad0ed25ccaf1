package org.yuzuri.portal.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yuzuri.portal.agent.ReportingAgent;
import org.yuzuri.portal.epoch.Epochs;
import org.yuzuri.wire.report.Known;
import org.yuzuri.wire.value.DaemonKind;
import org.yuzuri.wire.value.KnownServer;

/** What daemons told of the servers that they know. Transaction: the caller's. */
@ApplicationScoped
public class Testimony {

  @Inject Epochs epochs;
  @Inject Clock clock;

  @PersistenceContext EntityManager em;

  /**
   * Keeps what a lender agent knows. A gateway is not believed: a tenant's word would decide about
   * the lender's servers. What was told in another epoch is of no use.
   */
  public void heard(ReportingAgent from, Known known) {
    if (from.kind() == DaemonKind.LENDER_AGENT && known.epoch() == epochs.now().number()) {
      keep(from.id(), known);
    }
  }

  /** Keeps what an agent knows, in place of what it told before. */
  protected void keep(long agentId, Known known) {
    em.merge(new KnownServers(agentId, known, clock.instant()));
  }

  /** What each agent told in this epoch, by its id. */
  protected Map<Long, List<KnownServer>> byAgent() {
    return em.createQuery("select k from KnownServers k where k.epoch = :epoch", KnownServers.class)
        .setParameter("epoch", epochs.now().number())
        .getResultStream()
        .collect(Collectors.toMap(KnownServers::agentId, kept -> kept.known().servers()));
  }
}
