package org.yuzuri.portal.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.platform.ProblemException;

/**
 * The boot networks of the lender's sites, for the portal's other features: a tenant's plan names
 * them although its members do not see them. Transaction: the caller's.
 */
@ApplicationScoped
public class BootNetworks {

  @PersistenceContext(unitName = "portal")
  EntityManager em;

  /**
   * The network that the servers of this lender agent boot in.
   *
   * @throws ProblemException NO_BOOT_NETWORK
   */
  public BootNetwork of(long agentId) {
    return find(agentId)
        .map(BootNetworkRow::network)
        .orElseThrow(
            () ->
                new ProblemException(
                    SiteProblem.NO_BOOT_NETWORK,
                    "agent",
                    agentId,
                    "an agent whose boot network is defined"));
  }

  List<BootNetwork> list() {
    return em
        .createQuery("select n from BootNetworkRow n order by n.agentId", BootNetworkRow.class)
        .getResultList()
        .stream()
        .map(BootNetworkRow::network)
        .toList();
  }

  void define(BootNetwork network) {
    find(network.agentId())
        .ifPresentOrElse(row -> row.change(network), () -> em.persist(new BootNetworkRow(network)));
  }

  private Optional<BootNetworkRow> find(long agentId) {
    return em.createQuery(
            "select n from BootNetworkRow n where n.agentId = :agent", BootNetworkRow.class)
        .setParameter("agent", agentId)
        .getResultStream()
        .findFirst();
  }
}
