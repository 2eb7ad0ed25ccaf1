package org.yuzuri.lender.port;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.Processes;
import org.yuzuri.host.command.CommandFailedException;
import org.yuzuri.host.firewall.FirewallException;
import org.yuzuri.host.firewall.Nft;
import org.yuzuri.wire.port.PortKind;

/**
 * Ports of the boot network's bridge on this machine, which is also that network's router: a frame
 * of a server ends here. Filtered by nftables, and isolated by the bridge. Safe for threads.
 */
public final class LinuxBridge implements PortFilter {

  private static final Logger log = LoggerFactory.getLogger(LinuxBridge.class);

  private final BridgePort ports;
  private final FilterTable table;
  private final PortFiles files;

  /**
   * A filter that is not there before it is first asked for.
   *
   * @param bridge the boot network's interface
   * @param directory where bindings are remembered
   */
  public LinuxBridge(String bridge, Processes processes, Path directory) {
    this.ports = new BridgePort(bridge, processes);
    this.table = new FilterTable(new Nft(processes));
    this.files = new PortFiles(directory);
  }

  /**
   * Rules first, then isolation. A port that the server had under another name stays closed.
   *
   * @return also {@code dropped.REASON}: frames of this port dropped since the agent's start
   */
  @Override
  public synchronized Map<String, String> ensure(PortBinding binding) {
    String name = binding.port().name();
    ports.require(name);
    Map<String, PortBinding> wished = new TreeMap<>(files.all());
    // INVARIANT: a port that is known is never left out here, so none is opened by this.
    wished.replaceAll((port, old) -> old.serverId() == binding.serverId() ? old.closed() : old);
    wished.put(name, binding);
    Map<String, String> facts = new TreeMap<>();
    try {
      table.replace(wished.values(), wished.keySet());
      ports.isolate(name);
      files.replace(wished);
      table.dropped(name).forEach((why, count) -> facts.put("dropped." + why, "" + count));
    } catch (FirewallException e) {
      throw new CommandFailedException("PORT_NOT_FILTERED", e.getMessage(), true, e);
    }
    facts.put("filter", PortKind.LINUX_BRIDGE.name());
    return facts;
  }

  @Override
  public synchronized void forget(long serverId) {
    Map<String, PortBinding> known = files.all();
    Map<String, PortBinding> left = new TreeMap<>(known);
    if (left.values().removeIf(binding -> binding.serverId() == serverId)) {
      try {
        table.replace(left.values(), known.keySet());
      } catch (FirewallException e) {
        throw new CommandFailedException("PORT_NOT_FILTERED", e.getMessage(), true, e);
      }
      files.replace(left);
    }
  }

  /**
   * The rules of every port remembered. An interface that is gone is filtered by its name all the
   * same, should it come back.
   *
   * @throws FirewallException nothing was changed
   */
  @Override
  public synchronized void restore() {
    Map<String, PortBinding> bindings = files.all();
    if (bindings.isEmpty()) {
      return;
    }
    table.begin(bindings.values());
    for (String name : bindings.keySet()) {
      try {
        ports.isolate(name);
      } catch (CommandFailedException e) {
        log.warn("port {} is filtered but not isolated: {}", name, e.getMessage());
      }
    }
  }
}
