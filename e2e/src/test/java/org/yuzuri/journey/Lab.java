package org.yuzuri.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The virtual datacenter of a running demo, through {@code bin/lab}. */
final class Lab {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path state;

  Lab(Path state) {
    this.state = state;
  }

  /** One request that a tenant's repository saw. */
  record Request(String source, String path, int status) {}

  /** Runs a program in one of the lab's namespaces. */
  Commands.Result in(String namespace, String... command) {
    return lab("exec", namespace, command);
  }

  /** Logs in to a server from a tenant's site, as root, with the key of that site's operator. */
  Commands.Result ssh(String tenant, String address, String... command) {
    List<String> arguments = new ArrayList<>(List.of(tenant, address));
    arguments.addAll(List.of(command));
    return lab("ssh", arguments.remove(0), arguments.toArray(String[]::new));
  }

  /** Packets that crossed the outside network and were neither IKE nor ESP. */
  JsonNode counters() {
    return json(lab("counters", null).orFail());
  }

  /** Elements of every set of grants in force at one site, as nftables lists them. */
  List<String> grants(String namespace) {
    JsonNode table = json(in(namespace, "nft", "-j", "list", "table", "inet", "yuzuri").orFail());
    List<String> elements = new ArrayList<>();
    table
        .path("nftables")
        .findValues("set")
        .forEach(set -> set.path("elem").forEach(element -> elements.add(element.toString())));
    return elements;
  }

  /** All requests to a tenant's repository so far, in order. */
  List<Request> requests(String tenant) {
    Path log = state.resolve("site-" + tenant).resolve("access.log");
    List<Request> requests = new ArrayList<>();
    if (Files.exists(log)) {
      for (String line : Commands.text(log).lines().toList()) {
        JsonNode entry = json(line);
        requests.add(
            new Request(
                entry.path("source").asText(),
                entry.path("path").asText(),
                entry.path("status").asInt()));
      }
    }
    return requests;
  }

  /** Ends one of the lab's programs as a crash does; it stays down until {@link #startAgain}. */
  void kill(String program) {
    lab("program", program, "kill").orFail();
  }

  void startAgain(String program) {
    lab("program", program, "start").orFail();
  }

  /** Backing file of a server's disk; servers count from 1. */
  Path disk(int server) {
    return rack(server).resolve("disk.qcow2");
  }

  /** The token of the boot that the lender agent serves to this server. */
  String bootToken(String mac) {
    Path boots = state.resolve("lender").resolve("state").resolve("boots");
    return json(Commands.text(boots.resolve(mac.replace(':', '-') + ".json")))
        .path("token")
        .asText();
  }

  /** What the lender agent has on its disk: state, files, reports that wait, log. */
  long bytesKeptByTheAgent() {
    return bytes(state.resolve("lender").resolve("state").toFile())
        + state.resolve("logs").resolve("lender-agent.log").toFile().length();
  }

  /** Of a file that has gone meanwhile none. */
  private static long bytes(File file) {
    File[] inside = file.listFiles();
    return inside == null ? file.length() : Stream.of(inside).mapToLong(Lab::bytes).sum();
  }

  /** The last lines that a server wrote to its serial console. */
  String console(int server) {
    Path log = rack(server).resolve("console.log");
    if (!Files.exists(log)) {
      return "(nothing: it was never switched on)";
    }
    List<String> lines = Commands.text(log).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
  }

  /** Asks a server's BMC, as anybody with its password can; servers count from 1. */
  void power(int server, String action) {
    lab("power", String.valueOf(server), action).orFail();
  }

  /** Limits every link to the tenants' sites, such as to {@code 10mbit}, or {@code unlimited}. */
  void bandwidth(String rate) {
    lab("bandwidth", rate).orFail();
  }

  /**
   * Limits what a server's disk reads and writes together in a second, such as to {@code 40mbyte},
   * or {@code unlimited}; servers count from 1.
   */
  void diskSpeed(int server, String rate) {
    lab("disk", String.valueOf(server), rate).orFail();
  }

  Path state() {
    return state;
  }

  /** Number of the server with this name, such as 1 of {@code lent-17}. */
  static int number(String server) {
    return Integer.parseInt(server.replaceAll("[^0-9]", "")) - 16;
  }

  private Path rack(int server) {
    return state.resolve("rack").resolve("lent-" + (server + 16));
  }

  private Commands.Result lab(String verb, String argument, String... more) {
    List<String> command = new ArrayList<>(List.of("bin/lab", "--state", state.toString(), verb));
    if (argument != null) {
      command.add(argument);
    }
    command.addAll(List.of(more));
    return Commands.run(LIMIT, command);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("no JSON: " + text, e);
    }
  }
}
