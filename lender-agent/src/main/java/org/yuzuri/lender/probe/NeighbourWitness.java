package org.yuzuri.lender.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessFailedException;
import org.yuzuri.host.Processes;
import org.yuzuri.host.command.Pause;
import org.yuzuri.wire.value.Ipv4Address;

/**
 * Which servers answer the agent's ARP now. One that is switched off answers nobody, and then its
 * silence towards another server says nothing.
 *
 * <p>Source: ip-neighbour(8): {@code nud probe} asks anew whom the kernel knows, {@code use} asks
 * whom it does not; REACHABLE has answered.
 */
final class NeighbourWitness {

  private static final Logger log = LoggerFactory.getLogger(NeighbourWitness.class);
  private static final Duration LOOK = Duration.ofMillis(100);

  /** The kernel asks each second; an answer takes milliseconds. */
  private static final int MOST_LOOKS = 20;

  private final String networkInterface;
  private final Processes processes;
  private final Pause pause;
  private final ObjectMapper json = new ObjectMapper();

  NeighbourWitness(String networkInterface, Processes processes, Pause pause) {
    this.networkInterface = networkInterface;
    this.processes = processes;
    this.pause = pause;
  }

  /** Those that answer; takes at most two seconds and what the programs take. */
  Set<Ipv4Address> answering(Collection<Ipv4Address> neighbours) {
    neighbours.forEach(this::ask);
    Set<Ipv4Address> answered = new HashSet<>();
    for (int look = 0; look < MOST_LOOKS && answered.size() < neighbours.size(); look++) {
      if (look > 0) {
        pause.of(LOOK);
      }
      answered.addAll(reachable());
      answered.retainAll(neighbours);
    }
    return answered;
  }

  private void ask(Ipv4Address neighbour) {
    if (!ip(List.of("change", neighbour.text(), "dev", networkInterface, "nud", "probe"))) {
      ip(List.of("replace", neighbour.text(), "dev", networkInterface, "use"));
    }
  }

  private boolean ip(List<String> arguments) {
    List<String> argv = new ArrayList<>(List.of("ip", "neighbour"));
    argv.addAll(arguments);
    try {
      return processes.run(ProcessCall.of(argv)).succeeded();
    } catch (ProcessFailedException e) {
      log.warn("a neighbour cannot be asked: {}", e.getMessage());
      return false;
    }
  }

  private Set<Ipv4Address> reachable() {
    Set<Ipv4Address> found = new HashSet<>();
    for (JsonNode entry : listing()) {
      for (JsonNode state : entry.path("state")) {
        if (state.asText().equals("REACHABLE")) {
          found.add(Ipv4Address.of(entry.path("dst").asText()));
        }
      }
    }
    return found;
  }

  private JsonNode listing() {
    ProcessCall call =
        ProcessCall.of("ip", "-4", "-json", "neighbour", "show", "dev", networkInterface);
    try {
      return json.readTree(processes.runOrThrow(call).output());
    } catch (ProcessFailedException | JsonProcessingException e) {
      log.warn("neighbours cannot be read: {}", e.getMessage());
      return json.createArrayNode();
    }
  }
}
