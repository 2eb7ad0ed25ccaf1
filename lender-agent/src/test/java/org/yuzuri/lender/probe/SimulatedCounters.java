package org.yuzuri.lender.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.host.Processes;

/**
 * Stands in for nft and ip: counts what a test says has arrived, and knows who answers. A chain
 * that was not opened has no rules.
 */
public final class SimulatedCounters implements Processes {

  /** How many frames arrive, by the comment of the rule that counts them. */
  public final Map<String, Integer> arriving = new ConcurrentHashMap<>();

  /** What was applied, oldest first. */
  public final List<String> applied = Collections.synchronizedList(new ArrayList<>());

  /** Addresses that are REACHABLE. */
  final List<String> reachable = new ArrayList<>();

  /** What nft says instead of counting. */
  public volatile String refusal = "";

  /** The rules of a chain, by their place; each with its comment. */
  private final Map<String, List<String>> chains = new TreeMap<>();

  @Override
  public synchronized ProcessResult run(ProcessCall call) {
    if (call.argv().get(0).equals("ip")) {
      return done(neighbours());
    }
    if (!refusal.isEmpty()) {
      return new ProcessResult(1, "", refusal, Duration.ZERO);
    }
    if (call.argv().contains("list")) {
      return done(listing());
    }
    applied.add(call.input());
    call.input().lines().forEach(this::apply);
    return done("");
  }

  private void apply(String line) {
    String[] word = line.split(" ", -1);
    if (line.startsWith("delete table")) {
      chains.clear();
    } else if (line.startsWith("delete chain")) {
      chains.remove(word[4]);
    } else if (line.startsWith("add chain")) {
      chains.putIfAbsent(word[4], new ArrayList<>());
    } else if (line.startsWith("add rule")) {
      chains.get(word[4]).add(line.split("\"", -1)[1]);
    }
  }

  /** Which servers' chains there are. */
  public synchronized List<String> chains() {
    return List.copyOf(chains.keySet());
  }

  private String listing() {
    List<String> rules = new ArrayList<>();
    chains.forEach(
        (chain, comments) ->
            comments.stream()
                .distinct()
                .forEach(
                    comment ->
                        rules.add(
                            "{\"rule\":{\"chain\":\"%s\",\"comment\":\"%s\",\"expr\":[{\"counter\":{\"packets\":%d}}]}}"
                                .formatted(chain, comment, arriving.getOrDefault(comment, 0)))));
    return "{\"nftables\":[" + String.join(",", rules) + "]}";
  }

  private String neighbours() {
    List<String> entries = new ArrayList<>();
    reachable.forEach(
        address -> entries.add("{\"dst\":\"" + address + "\",\"state\":[\"REACHABLE\"]}"));
    return "[" + String.join(",", entries) + "]";
  }

  private static ProcessResult done(String output) {
    return new ProcessResult(0, output, "", Duration.ZERO);
  }
}
