package org.yuzuri.portal.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A boot network, as it is kept; belongs to the lender. */
@Entity
@Table(name = "boot_network")
class BootNetworkRow {

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
  BootNetworkRow() {}

  BootNetworkRow(BootNetwork wanted) {
    this.agentId = wanted.agentId();
    change(wanted);
  }

  final void change(BootNetwork wanted) {
    prefix = wanted.prefix();
    router = wanted.router();
    firstAddress = wanted.firstAddress();
    lastAddress = wanted.lastAddress();
    nameServers = String.join(",", wanted.nameServers());
  }

  BootNetwork network() {
    return new BootNetwork(
        agentId, prefix, router, firstAddress, lastAddress, BootNetwork.listOf(nameServers));
  }
}
