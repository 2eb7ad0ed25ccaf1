package org.yuzuri.portal.reporting.pool;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.Map;

/** How many servers are at what now. Transaction: the caller's. */
@Dependent
public class PoolNow {

  @PersistenceContext EntityManager em;

  /** For each use of the pool the number of its servers, 0 included. */
  public Map<PoolUse, Long> count() {
    Map<PoolUse, Long> counted = new EnumMap<>(PoolUse.class);
    for (PoolUse use : PoolUse.values()) {
      counted.put(use, 0L);
    }
    em.createQuery(
            "select new org.yuzuri.portal.reporting.pool.CountedState(s.state, count(s))"
                + " from Server s group by s.state",
            CountedState.class)
        .getResultList()
        .forEach(each -> counted.merge(PoolUse.of(each.state()), each.servers(), Long::sum));
    return counted;
  }
}
