package org.yuzuri.portal.site.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.portal.site.AddressRange;
import org.yuzuri.portal.site.SiteProblem;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * Gives leases their virtual addresses. Works in the caller's transaction; the row of the gateway
 * is locked while an address is chosen, and a unique index is the last wall.
 */
@ApplicationScoped
public class Addresses {

  @PersistenceContext EntityManager em;

  /**
   * The lease's virtual address behind this gateway, IPv4; the same at every call.
   *
   * @throws ProblemException NOT_FOUND for a gateway that the session does not see, NO_FREE_ADDRESS
   */
  public String holdVirtualAddress(long gatewayId, long leaseId) {
    Gateway gateway = em.find(Gateway.class, gatewayId, LockModeType.PESSIMISTIC_WRITE);
    if (gateway == null) {
      throw ProblemException.notFound("gateway", gatewayId);
    }
    AddressRange range = AddressRange.hostsOf(gateway.pool());
    return Ipv4Address.ofBits(hold(gatewayId, range, leaseId)).toString();
  }

  /** Gives back all addresses of the lease; harmless when it holds none. */
  public void release(long leaseId) {
    em.createQuery("delete from HeldAddress h where h.leaseId = :lease")
        .setParameter("lease", leaseId)
        .executeUpdate();
  }

  private long hold(long gatewayId, AddressRange range, long leaseId) {
    for (HeldAddress own : heldBy(leaseId)) {
      if (own.isOf(gatewayId)) {
        return own.address();
      }
      em.remove(own);
      em.flush();
    }
    Set<Long> held = held(gatewayId);
    long free = range.lowestFree(held).orElseThrow(() -> noneFree(gatewayId, held.size()));
    em.persist(new HeldAddress(gatewayId, free, leaseId));
    em.flush();
    return free;
  }

  private List<HeldAddress> heldBy(long leaseId) {
    return em.createQuery("select h from HeldAddress h where h.leaseId = :lease", HeldAddress.class)
        .setParameter("lease", leaseId)
        .getResultList();
  }

  private Set<Long> held(long gatewayId) {
    return em.createQuery(
            "select h from HeldAddress h where h.gatewayId = :gateway", HeldAddress.class)
        .setParameter("gateway", gatewayId)
        .getResultStream()
        .map(HeldAddress::address)
        .collect(Collectors.toSet());
  }

  private static ProblemException noneFree(long gatewayId, int held) {
    return new ProblemException(
        SiteProblem.NO_FREE_ADDRESS,
        "gateway",
        gatewayId,
        "a network with a free address; " + held + " are held");
  }
}
