package org.yuzuri.portal.network;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The network in which a lender agent's servers boot; belongs to the lender. */
@Entity
@Table(name = "boot_network")
class BootNetwork {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Version private long version;

  @Column(name = "agent_id")
  private long agentId;

  private String prefix;
  private String router;

  @Column(name = "first_address")
  private String firstAddress;

  @Column(name = "last_address")
  private String lastAddress;

  @Column(name = "name_servers")
  private String nameServers;

  /** For Hibernate. */
  BootNetwork() {}

  BootNetwork(BootNetworkView wanted) {
    this.agentId = wanted.agentId();
    change(wanted);
  }

  final void change(BootNetworkView wanted) {
    prefix = wanted.prefix();
    router = wanted.router();
    firstAddress = wanted.firstAddress();
    lastAddress = wanted.lastAddress();
    nameServers = wanted.nameServers();
  }

  BootNetworkView view() {
    return new BootNetworkView(agentId, prefix, router, firstAddress, lastAddress, nameServers);
  }
}
