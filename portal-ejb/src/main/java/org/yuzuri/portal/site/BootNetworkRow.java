package org.yuzuri.portal.site;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.yuzuri.portal.platform.NumberedRow;

/** A boot network, as it is kept; belongs to the lender. */
@Entity
@Table(name = "boot_network")
class BootNetworkRow extends NumberedRow {

  @Version private long version;

  private long agentId;
  private String prefix;
  private String router;
  private String firstAddress;
  private String lastAddress;
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

  long version() {
    return version;
  }

  BootNetwork network() {
    return new BootNetwork(
        agentId, prefix, router, firstAddress, lastAddress, BootNetwork.listOf(nameServers));
  }
}
