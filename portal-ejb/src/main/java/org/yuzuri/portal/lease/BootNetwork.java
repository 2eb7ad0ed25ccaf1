package org.yuzuri.portal.lease;

import java.util.List;

/**
 * The network that servers of a site boot in.
 *
 * @param router where its servers send what leaves it
 * @param nameServers may be empty
 */
public record BootNetwork(String router, List<String> nameServers) {

  /** Copies. */
  public BootNetwork {
    nameServers = List.copyOf(nameServers);
  }
}
