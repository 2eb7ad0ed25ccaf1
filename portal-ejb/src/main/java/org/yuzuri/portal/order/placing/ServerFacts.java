package org.yuzuri.portal.order.placing;

import java.util.List;
import java.util.Optional;
import org.yuzuri.portal.server.Server;
import org.yuzuri.portal.site.BootNetwork;
import org.yuzuri.settings.facts.Disk;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.Firmware;
import org.yuzuri.settings.facts.Nic;
import org.yuzuri.settings.facts.TransferHooks;
import org.yuzuri.settings.release.Release;

/** What the lender knows about a server, in the words of the synthesis. */
final class ServerFacts {

  /**
   * The facts.
   *
   * @param name what the installed system is called unless the settings say so
   */
  static Facts of(
      Server server, String name, BootNetwork network, String tenantRange, Release release) {
    return new Facts(
        name,
        Firmware.valueOf(server.bootMode().name()),
        server.console(),
        List.of(
            new Nic(
                server.mac().text(),
                server.bootAddress(),
                network.router(),
                network.nameServers())),
        server.disks().stream()
            .map(disk -> new Disk(disk.stableId(), disk.device(), disk.sizeGib()))
            .toList(),
        Optional.of(TransferHooks.of(release)),
        Optional.of(tenantRange),
        Optional.of((long) server.memoryMib()),
        Optional.empty());
  }

  private ServerFacts() {}
}
