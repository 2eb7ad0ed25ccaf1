package org.yuzuri.portal.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.agent.Agents;
import org.yuzuri.portal.platform.ProblemException;
import org.yuzuri.wire.value.Ipv4Prefix;

/**
 * The boot networks of the lender's sites, for the portal's other features: a tenant's plan names
 * them although its members do not see them. Transaction: the caller's.
 */
@ApplicationScoped
public class BootNetworks {

  /** Address ranges that any site may use; source: RFC 1918. */
  private static final List<Ipv4Prefix> PRIVATE =
      Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16").map(Ipv4Prefix::of).toList();

  @Inject Agents agents;

  @PersistenceContext EntityManager em;

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

  public List<BootNetwork> list() {
    return em
        .createQuery("select n from BootNetworkRow n order by n.agentId", BootNetworkRow.class)
        .getResultList()
        .stream()
        .map(BootNetworkRow::network)
        .toList();
  }

  /** Version of the agent's network; {@value BootNetworkService#NONE} when it has none. */
  long version(long agentId) {
    return find(agentId).map(BootNetworkRow::version).orElse(BootNetworkService.NONE);
  }

  void define(BootNetwork network) {
    checkApart(network);
    find(network.agentId())
        .ifPresentOrElse(row -> row.change(network), () -> em.persist(new BootNetworkRow(network)));
  }

  /** Private ranges may be in use at several sites; any other address is at one place only. */
  private void checkApart(BootNetwork wanted) {
    Ipv4Prefix prefix = Ipv4Prefix.of(wanted.prefix());
    if (PRIVATE.stream().anyMatch(range -> isWithin(prefix, range))) {
      return;
    }
    list().stream()
        .filter(other -> other.agentId() != wanted.agentId())
        .filter(other -> AddressRange.overlap(prefix, Ipv4Prefix.of(other.prefix())))
        .filter(other -> agents.agent(other.agentId()).state() != AgentState.REVOKED)
        .findFirst()
        .ifPresent(
            other -> {
              throw new ProblemException(
                  SiteProblem.NETWORKS_OVERLAP,
                  "prefix",
                  wanted.prefix(),
                  "a network apart from "
                      + other.prefix()
                      + " of agent "
                      + agents.agent(other.agentId()).name()
                      + ", or a private one");
            });
  }

  private static boolean isWithin(Ipv4Prefix prefix, Ipv4Prefix range) {
    return range.contains(prefix.address()) && range.length() <= prefix.length();
  }

  private Optional<BootNetworkRow> find(long agentId) {
    return em.createQuery(
            "select n from BootNetworkRow n where n.agentId = :agent", BootNetworkRow.class)
        .setParameter("agent", agentId)
        .getResultStream()
        .findFirst();
  }
}
