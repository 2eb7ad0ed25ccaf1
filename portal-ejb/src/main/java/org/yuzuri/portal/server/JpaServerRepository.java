package org.yuzuri.portal.server;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.portal.server.entry.ServerEntry;
import org.yuzuri.portal.state.row.JpaRowStore;
import org.yuzuri.wire.port.PortKind;

/** Servers in the database. */
@Dependent
class JpaServerRepository extends JpaRowStore<Server> implements ServerRepository {

  JpaServerRepository() {
    super(Server.class);
  }

  @Override
  public List<Server> list(Set<Long> ids) {
    return em.createQuery("select s from Server s where s.id in (:ids)", Server.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  @Override
  public List<Server> listKept() {
    return em.createQuery(
            "select s from Server s where s.state <> :retired order by s.id", Server.class)
        .setParameter("retired", ServerState.RETIRED)
        .getResultList();
  }

  @Override
  public List<Server> listKeptOfSite(long agentId, int count) {
    return em.createQuery(
            "select s from Server s where s.agentId = :agent and s.state <> :retired order by s.id",
            Server.class)
        .setParameter("agent", agentId)
        .setParameter("retired", ServerState.RETIRED)
        .setMaxResults(count)
        .getResultList();
  }

  @Override
  public Optional<Server> findByName(String name) {
    return em.createQuery("select s from Server s where s.name = :name", Server.class)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Server> listSharing(long id, ServerEntry entry) {
    return em.createQuery(
            "select distinct s from Server s left join s.disks d where s.id <> :id"
                + " and (s.mac = :mac or s.agentId = :agent and (s.bootAddress = :address"
                + " or s.bmcAddress = :bmc or d.stableId in :disks"
                + " or s.portKind = :bridge and s.portName = :port)) order by s.id",
            Server.class)
        .setParameter("id", id)
        .setParameter("mac", entry.mac().text())
        .setParameter("agent", entry.agentId())
        .setParameter("address", entry.bootAddress().toString())
        .setParameter("bmc", entry.bmc().address().toString())
        .setParameter("bridge", PortKind.LINUX_BRIDGE)
        .setParameter("port", entry.port().name())
        .setParameter("disks", entry.disks().stream().map(ServerDisk::stableId).toList())
        .getResultList();
  }

  @Override
  public List<Server> lockFree(long offerId, int count) {
    return free(offerId, count)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .setHint(LOCK_TIMEOUT, SKIP_LOCKED)
        .getResultList();
  }

  @Override
  public List<Server> listFree(long offerId, int count) {
    return free(offerId, count).getResultList();
  }

  private TypedQuery<Server> free(long offerId, int count) {
    return em.createQuery(
            "select s from Server s where s.offerId = :offer and s.state = :free order by s.id",
            Server.class)
        .setParameter("offer", offerId)
        .setParameter("free", ServerState.AVAILABLE)
        .setMaxResults(count);
  }

  @Override
  public int countOfPool(long offerId, Identity identity) {
    return em.createQuery(
            "select count(s) from Server s where s.offerId = :offer and s.identity = :identity"
                + " and s.state <> :retired",
            Long.class)
        .setParameter("offer", offerId)
        .setParameter("identity", identity)
        .setParameter("retired", ServerState.RETIRED)
        .getSingleResult()
        .intValue();
  }

  @Override
  public int countFree(long offerId) {
    return em.createQuery(
            "select count(s) from Server s where s.offerId = :offer and s.state = :free",
            Long.class)
        .setParameter("offer", offerId)
        .setParameter("free", ServerState.AVAILABLE)
        .getSingleResult()
        .intValue();
  }
}
