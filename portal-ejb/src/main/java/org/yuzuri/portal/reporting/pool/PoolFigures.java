package org.yuzuri.portal.reporting.pool;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yuzuri.portal.price.PriceColumns;
import org.yuzuri.portal.reporting.figure.FigureTable;
import org.yuzuri.portal.reporting.figure.Selection;
import org.yuzuri.portal.state.Change;
import org.yuzuri.portal.state.event.SubjectKind;

/**
 * What the servers of the pool did with their time, by their history. Two statements. Transaction:
 * the caller's.
 */
@Dependent
public class PoolFigures {

  @PersistenceContext EntityManager em;

  /** The figures of the page about the pool. */
  public List<FigureTable> tables(Selection asked) {
    return read(asked).tables();
  }

  /** The use of the pool by month alone. */
  public FigureTable byMonth(Selection asked) {
    return read(asked).byMonth();
  }

  private PoolTables read(Selection asked) {
    Map<Long, List<ServerMove>> moves =
        moves(asked).stream().collect(Collectors.groupingBy(ServerMove::serverId));
    List<Spent> spent =
        servers(asked).stream()
            .flatMap(
                server ->
                    Spent.of(
                        server,
                        moves.getOrDefault(server.id(), List.of()),
                        asked.begin(),
                        asked.end(),
                        asked.period())
                        .stream())
            .filter(each -> each.use().isOfThePool())
            .toList();
    return new PoolTables(asked.period(), spent);
  }

  private List<PooledServer> servers(Selection asked) {
    return em.createQuery(
            "select new org.yuzuri.portal.reporting.pool.PooledServer(s.id, s.name, o.name,"
                + " s.state, s.stateSince, "
                + String.join(", ", PriceColumns.select("o.price"))
                + ")"
                + " from Server s join Offer o on o.id = s.offerId"
                + " where (:offer is null or s.offerId = :offer) order by s.name",
            PooledServer.class)
        .setParameter("offer", asked.offerId())
        .getResultList();
  }

  private List<ServerMove> moves(Selection asked) {
    return em.createQuery(
            "select new org.yuzuri.portal.reporting.pool.ServerMove(e.subjectId, e.at, e.fromState)"
                + " from StateEvent e where e.subjectKind = :server and e.judgement = :moved"
                + " and e.at >= :begin order by e.at, e.id",
            ServerMove.class)
        .setParameter("server", SubjectKind.SERVER)
        .setParameter("moved", Change.Judgement.MOVED)
        .setParameter("begin", asked.begin())
        .getResultList();
  }
}
