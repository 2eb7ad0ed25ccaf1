package org.yuzuri.lender.traffic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yuzuri.host.ProcessCall;
import org.yuzuri.host.ProcessResult;
import org.yuzuri.host.Processes;

/** Stands in for nft: keeps counters that a test lets grow. Knows the lines of the table alone. */
final class SimulatedNft implements Processes {

  /** Bytes by the counter's name; of packets there is one for each byte. */
  private final Map<String, String> counters = new TreeMap<>();

  private final Map<String, Map<String, String>> maps = new TreeMap<>();
  private int rules;

  /** What nft says instead of working. */
  String refusal = "";

  @Override
  public ProcessResult run(ProcessCall call) {
    if (!refusal.isEmpty()) {
      return new ProcessResult(1, "", refusal, Duration.ZERO);
    }
    if (call.argv().contains("list")) {
      return new ProcessResult(0, listing(), "", Duration.ZERO);
    }
    call.input().lines().forEach(this::apply);
    return new ProcessResult(0, "", "", Duration.ZERO);
  }

  private void apply(String line) {
    String[] word = line.split(" ", -1);
    String what = word[0] + " " + word[1];
    switch (what) {
      case "add counter" -> counters.put(word[4], "0");
      case "delete counter" -> counters.remove(word[4]);
      case "add map" -> maps.putIfAbsent(word[4], new TreeMap<>());
      case "add element" -> maps.get(word[4]).put(word[6], word[8].replace("\"", ""));
      case "delete element" -> maps.get(word[4]).remove(word[6]);
      case "flush chain" -> rules = 0;
      case "add rule" -> rules++;
      default -> {}
    }
  }

  /** The kernel counts so much at an address; nothing when it does not count there. */
  void passes(String direction, String address, long bytes) {
    String counter = maps.getOrDefault(direction, Map.of()).get(address);
    if (counter != null) {
      long more = Long.parseLong(counters.get(counter)) + bytes;
      counters.put(counter, String.valueOf(more));
    }
  }

  /** Counters begin again, as {@code nft reset counters} does. */
  void reset() {
    counters.replaceAll((name, bytes) -> "0");
  }

  /** All shows the same. */
  void show(String bytes) {
    counters.replaceAll((name, before) -> bytes);
  }

  /** All is gone, as after a start of the machine or {@code nft flush ruleset}. */
  void flush() {
    counters.clear();
    maps.clear();
    rules = 0;
  }

  List<String> counters() {
    return List.copyOf(counters.keySet());
  }

  private String listing() {
    List<String> items = new ArrayList<>();
    counters.forEach(
        (name, bytes) ->
            items.add(
                "{\"counter\":{\"name\":\"%s\",\"packets\":%s,\"bytes\":%s}}"
                    .formatted(name, bytes, bytes)));
    maps.forEach(
        (name, elements) -> {
          List<String> pairs = new ArrayList<>();
          elements.forEach(
              (address, counter) -> pairs.add("[\"%s\",\"%s\"]".formatted(address, counter)));
          items.add(
              "{\"map\":{\"name\":\"%s\",\"elem\":[%s]}}".formatted(name, String.join(",", pairs)));
        });
    for (int i = 0; i < rules; i++) {
      items.add("{\"rule\":{}}");
    }
    return "{\"nftables\":[" + String.join(",", items) + "]}";
  }
}
