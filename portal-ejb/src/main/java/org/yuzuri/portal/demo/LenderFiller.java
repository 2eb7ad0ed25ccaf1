package org.yuzuri.portal.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.portal.access.Role;
import org.yuzuri.portal.access.Tenants;
import org.yuzuri.portal.agent.AgentState;
import org.yuzuri.portal.agent.AgentView;
import org.yuzuri.portal.agent.Invitation;
import org.yuzuri.portal.agent.view.AgentService;
import org.yuzuri.portal.offer.OfferEntry;
import org.yuzuri.portal.offer.OfferService;
import org.yuzuri.portal.server.ServerService;
import org.yuzuri.portal.server.entry.Identity;
import org.yuzuri.portal.server.entry.ServerDisk;
import org.yuzuri.portal.server.entry.ServerEntry;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.portal.site.BootNetworkService;
import org.yuzuri.wire.bmc.BmcAccess;
import org.yuzuri.wire.bmc.BmcAddress;
import org.yuzuri.wire.boot.BootMode;
import org.yuzuri.wire.value.Ipv4Prefix;
import org.yuzuri.wire.value.MacAddress;
import org.yuzuri.wire.value.Secret;

/** Fills what is the lender's own: operators, agent, boot network, offers, servers. */
@Dependent
class LenderFiller {

  /** The servers of an inventory are ready for tenants as soon as the portal is. */
  private static final String WHY_NO_RUN = "it stands in the demo inventory";

  private final People people;
  private final AgentService agents;
  private final BootNetworkService networks;
  private final OfferService offers;
  private final ServerService servers;

  @Inject
  LenderFiller(
      People people,
      AgentService agents,
      BootNetworkService networks,
      OfferService offers,
      ServerService servers) {
    this.people = people;
    this.agents = agents;
    this.networks = networks;
    this.offers = offers;
    this.servers = servers;
  }

  void fill(InventoryFile inventory) {
    inventory
        .operators()
        .forEach(person -> people.add(Tenants.LENDER, person, person.roleOr(Role.LENDER_ADMIN)));
    inventory.offers().forEach(this::offer);
    if (inventory.lenderAgent() != null) {
      long agentId = agent(inventory.lenderAgent());
      inventory.servers().forEach(server -> server(server, agentId));
    }
  }

  private long agent(InventoryFile.LenderAgent wanted) {
    Optional<AgentView> there =
        agents.listLenderAgents().stream()
            .filter(agent -> agent.name().equals(wanted.name()))
            .findFirst();
    if (there.filter(agent -> agent.state() != AgentState.INVITED).isPresent()) {
      return there.get().id();
    }
    Invitation invitation =
        there
            .map(agent -> agents.inviteAgain(agent.id()))
            .orElseGet(() -> agents.inviteLenderAgent(wanted.name()));
    InventoryFile.Network network = wanted.bootNetwork();
    networks.define(
        networks.version(invitation.agentId()),
        new BootNetwork(
            invitation.agentId(),
            network.prefix(),
            network.router(),
            network.firstAddress(),
            network.lastAddress(),
            BootNetwork.listOf(network.nameServers())));
    TokenFile.write(wanted.tokenFile(), invitation);
    return invitation.agentId();
  }

  private void offer(InventoryFile.OfferItem wanted) {
    if (offers.find(wanted.name()).isEmpty()) {
      offers.add(
          new OfferEntry(
              wanted.name(),
              wanted.description(),
              wanted.cpuCount(),
              wanted.memoryMib(),
              wanted.diskGib(),
              wanted.pricePerHour(),
              wanted.currency(),
              Set.of()));
    }
  }

  private void server(InventoryFile.ServerItem wanted, long agentId) {
    if (servers.exists(wanted.name())) {
      return;
    }
    InventoryFile.BmcItem bmc = wanted.bmc();
    long id =
        servers.add(
            new ServerEntry(
                offers.find(wanted.offer()).orElseThrow().id(),
                agentId,
                wanted.name(),
                MacAddress.of(wanted.mac()),
                Ipv4Prefix.of(wanted.bootAddress()),
                BootMode.valueOf(wanted.bootMode()),
                wanted.console(),
                wanted.identity() == null ? Identity.CONSOLE : wanted.identity(),
                wanted.cpuCount(),
                wanted.memoryMib(),
                new BmcAccess(
                    bmc.kind(),
                    BmcAddress.of(bmc.address()),
                    bmc.user(),
                    new Secret(bmc.password())),
                wanted.port(),
                wanted.disks().stream()
                    .map(disk -> new ServerDisk(disk.id(), disk.device(), disk.sizeGib()))
                    .toList()));
    servers.admitWithoutRun(id, WHY_NO_RUN);
  }
}
