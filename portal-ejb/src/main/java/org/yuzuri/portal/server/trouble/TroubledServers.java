package org.yuzuri.portal.server.trouble;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import org.yuzuri.portal.server.ServerState;

/** Servers in trouble, for the portal's other features. Transaction: the caller's. */
@ApplicationScoped
public class TroubledServers {

  private static final String ROW =
      "select new org.yuzuri.portal.server.trouble.TroubledServer(s.id, s.name, s.state,"
          + " s.stateSince, s.failure.code, s.failure.detail) from Server s where ";

  @PersistenceContext EntityManager em;

  /** Those in this state, by their ids. */
  public List<TroubledServer> inState(ServerState state) {
    return em.createQuery(ROW + "s.state = :state order by s.id", TroubledServer.class)
        .setParameter("state", state)
        .getResultList();
  }

  /** Those that are not retired and failed last with one of these codes, by their ids. */
  public List<TroubledServer> failedWith(Set<String> codes) {
    return em.createQuery(
            ROW + "s.failure.code in (:codes) and s.state <> :retired order by s.id",
            TroubledServer.class)
        .setParameter("codes", codes)
        .setParameter("retired", ServerState.RETIRED)
        .getResultList();
  }
}
