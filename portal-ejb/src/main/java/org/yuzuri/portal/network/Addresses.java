package org.yuzuri.portal.network;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * Gives leases their addresses. Works in the caller's transaction; the row of the network is locked
 * while an address is chosen, and a unique index is the last wall.
 */
@ApplicationScoped
public class Addresses {

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /**
   * The lease's address in the boot network of this lender agent; the same at every call.
   *
   * @throws ProblemException NO_BOOT_NETWORK, NO_FREE_ADDRESS
   */
  public BootAddress holdBootAddress(long lenderAgentId, long leaseId) {
    BootNetwork network =
        em.createQuery("select n from BootNetwork n where n.agentId = :agent", BootNetwork.class)
            .setParameter("agent", lenderAgentId)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        NetworkProblem.NO_BOOT_NETWORK,
                        "agent",
                        lenderAgentId,
                        "an agent whose boot network is defined"));
    long bits = hold(HeldAddress.Kind.BOOT, network.id(), network.addresses(), leaseId);
    return network.address(bits);
  }

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
    return Ipv4Address.ofBits(hold(HeldAddress.Kind.VIRTUAL, gatewayId, range, leaseId)).toString();
  }

  /** Gives back all addresses of the lease; harmless when it holds none. */
  public void release(long leaseId) {
    em.createQuery("delete from HeldAddress h where h.leaseId = :lease")
        .setParameter("lease", leaseId)
        .executeUpdate();
  }

  private long hold(HeldAddress.Kind kind, long networkId, AddressRange range, long leaseId) {
    for (HeldAddress own : heldBy(kind, leaseId)) {
      if (own.isOf(networkId)) {
        return own.address();
      }
      em.remove(own);
      em.flush();
    }
    Set<Long> held = held(kind, networkId);
    long free = range.lowestFree(held).orElseThrow(() -> noneFree(kind, networkId, held.size()));
    em.persist(new HeldAddress(kind, networkId, free, leaseId));
    em.flush();
    return free;
  }

  private List<HeldAddress> heldBy(HeldAddress.Kind kind, long leaseId) {
    return em.createQuery(
            "select h from HeldAddress h where h.leaseId = :lease and h.kind = :kind",
            HeldAddress.class)
        .setParameter("lease", leaseId)
        .setParameter("kind", kind)
        .getResultList();
  }

  private Set<Long> held(HeldAddress.Kind kind, long networkId) {
    return em.createQuery(
            "select h from HeldAddress h where h.kind = :kind and h.networkId = :network",
            HeldAddress.class)
        .setParameter("kind", kind)
        .setParameter("network", networkId)
        .getResultStream()
        .map(HeldAddress::address)
        .collect(Collectors.toSet());
  }

  private static ProblemException noneFree(HeldAddress.Kind kind, long networkId, int held) {
    return new ProblemException(
        NetworkProblem.NO_FREE_ADDRESS,
        kind == HeldAddress.Kind.BOOT ? "bootNetwork" : "gateway",
        networkId,
        "a network with a free address; " + held + " are held");
  }
}
