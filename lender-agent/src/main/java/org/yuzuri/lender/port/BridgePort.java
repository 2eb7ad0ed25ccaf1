package org.yuzuri.lender.port;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessFailedException;
import org.yuzuri.host.Processes;
import org.yuzuri.host.command.CommandFailedException;

/**
 * A port of the boot network's bridge, by way of ip.
 *
 * <p>Source: ip-link(8), bridge_slave: frames do not pass between isolated ports.
 */
final class BridgePort {

  /** The bit of 01:80:C2:00:00:0E, which LLDP goes to. */
  private static final String LLDP = "0x4000";

  private final String bridge;
  private final Processes processes;
  private final ObjectMapper json = new ObjectMapper();

  BridgePort(String bridge, Processes processes) {
    this.bridge = bridge;
    this.processes = processes;
  }

  /**
   * Refuses a name that is not of one of the bridge's ports.
   *
   * @throws CommandFailedException PORT_MISSING
   */
  void require(String name) {
    String master = link(name).path("master").asText("no bridge");
    if (!master.equals(bridge)) {
      throw new CommandFailedException(
          "PORT_MISSING",
          "port.name is \"" + name + "\", of " + master + ", expected a port of " + bridge,
          false,
          null);
    }
  }

  /**
   * No frame passes between this port and another isolated one, and LLDP is handed to the rules
   * like any frame: without that the bridge learns whose MAC is where from it, and no rule sees it.
   *
   * @throws CommandFailedException PORT_NOT_FILTERED; read back otherwise
   */
  void isolate(String name) {
    try {
      List<String> argv = new ArrayList<>(List.of("ip", "link", "set", "dev", name));
      argv.addAll(List.of("type", "bridge_slave", "isolated", "on", "group_fwd_mask", LLDP));
      processes.runOrThrow(ProcessCall.of(argv));
    } catch (ProcessFailedException e) {
      throw notIsolated(name, e.getMessage(), e);
    }
    JsonNode slave = link(name).path("linkinfo").path("info_slave_data");
    if (!slave.path("isolated").asBoolean()
        || !slave.path("group_fwd_mask").asText().equals(LLDP)) {
      throw notIsolated(name, "read back as " + slave, null);
    }
  }

  private static CommandFailedException notIsolated(
      String name, @Nullable String why, @Nullable ProcessFailedException cause) {
    return new CommandFailedException(
        "PORT_NOT_FILTERED", "port " + name + " is not isolated: " + why, true, cause);
  }

  private JsonNode link(String name) {
    try {
      String listing =
          processes
              .runOrThrow(ProcessCall.of("ip", "-json", "-details", "link", "show", "dev", name))
              .output();
      return json.readTree(listing).path(0);
    } catch (ProcessFailedException | JsonProcessingException e) {
      throw new CommandFailedException(
          "PORT_MISSING",
          "port.name is \"" + name + "\", expected a port of " + bridge + ": " + e.getMessage(),
          false,
          e);
    }
  }
}
