package org.yuzuri.settings.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What our boot image "Debian by kickstart" honours: the file {@code honoured.tsv} that the
 * installer itself reads, so that both judge by the same rows.
 */
public final class HonouredTable {

  private static final String FILE = "/org/yuzuri/settings/honoured.tsv";

  /** Commands to options to accepted values; no values: any. */
  private static final Map<String, Map<String, List<String>>> COMMANDS = new HashMap<>();

  private static String syntax = "";

  static {
    read();
  }

  private HonouredTable() {}

  /** The release in whose syntax the installer reads a text. */
  static String syntax() {
    return syntax;
  }

  /** Its commands. */
  public static Set<String> commands() {
    return Set.copyOf(COMMANDS.keySet());
  }

  /** The options of a command that are honoured; empty when the command is not. */
  public static Optional<Set<String>> options(String command) {
    return Optional.ofNullable(COMMANDS.get(command)).map(Map::keySet);
  }

  /** The only values that an honoured option may have; empty: any. */
  public static List<String> values(String command, String option) {
    return COMMANDS.getOrDefault(command, Map.of()).getOrDefault(option, List.of());
  }

  private static void read() {
    try (InputStream in = HonouredTable.class.getResourceAsStream(FILE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split("\t", -1);
        if (cells[0].equals("syntax")) {
          syntax = cells[1];
        } else if (!line.startsWith("#")) {
          Map<String, List<String>> options =
              COMMANDS.computeIfAbsent(cells[0], command -> new HashMap<>());
          if (cells.length > 1) {
            options.put(cells[1], cells.length > 2 ? List.of(cells[2].split(",", -1)) : List.of());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("table " + FILE + " cannot be read", e);
    }
  }
}
