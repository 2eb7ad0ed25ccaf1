package org.yuzuri.settings.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A row of {@code kickstart-commands.tsv}: something that holds for some releases. */
record TableRow(
    String title,
    String kind,
    List<String> names,
    String destination,
    String action,
    String values,
    String type,
    List<String> choices,
    List<String> flags,
    String releases) {

  private static final int COLUMNS = 10;
  private static final Set<String> TAKEN = Set.of("known", "free");

  static TableRow parse(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalStateException("row \"" + line + "\" has no " + COLUMNS + " columns");
    }
    return new TableRow(
        cells[0].intern(),
        cells[1],
        list(cells[2]),
        // Interned, since all rules compare it with names of their own.
        cells[3].intern(),
        cells[4],
        cells[5],
        cells[6],
        list(cells[7]),
        list(cells[8]),
        cells[9]);
  }

  boolean isDeprecated() {
    return flags.contains("deprecated");
  }

  /** All commands of a release by name. */
  static Map<String, CommandSpec> commands(List<TableRow> rows, Release release) {
    Map<String, List<TableRow>> byTitle = new HashMap<>();
    for (TableRow row : rows) {
      if (row.holdsFor(release)) {
        byTitle.computeIfAbsent(row.title, title -> new ArrayList<>()).add(row);
      }
    }
    Map<String, CommandSpec> commands = new HashMap<>();
    byTitle.forEach(
        (title, own) -> {
          CommandSpec spec = command(title, own);
          own.stream()
              .filter(row -> row.kind.equals("name"))
              .forEach(row -> commands.put(row.names.get(0), spec));
        });
    return Map.copyOf(commands);
  }

  private static CommandSpec command(String title, List<TableRow> rows) {
    CommandSpec.Status status = CommandSpec.Status.KNOWN;
    Set<String> lineage = new HashSet<>();
    List<String> conflicts = new ArrayList<>();
    List<OptionSpec> options = new ArrayList<>();
    for (TableRow row : rows) {
      if (row.kind.equals("command")) {
        status = CommandSpec.Status.valueOf(row.names.get(0).toUpperCase(Locale.ROOT));
        lineage.addAll(list(row.destination));
        conflicts.addAll(row.choices);
      } else if (!row.kind.equals("name")) {
        options.add(row.option());
      }
    }
    return new CommandSpec(title, status, lineage, conflicts, options);
  }

  private OptionSpec option() {
    String name = action.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    return new OptionSpec(
        kind.equals("argument") ? List.of() : names,
        destination,
        OptionSpec.Action.valueOf(name),
        values,
        type,
        choices,
        flags.contains("required"),
        isDeprecated());
  }

  boolean holdsFor(Release release) {
    int start = 0;
    while (start < releases.length()) {
      int comma = releases.indexOf(',', start);
      int end = comma < 0 ? releases.length() : comma;
      int dash = releases.indexOf('-', start);
      boolean range = dash >= 0 && dash < end;
      int first = Release.numberOf(releases.substring(start, range ? dash : end));
      int last = range ? Release.numberOf(releases.substring(dash + 1, end)) : first;
      if (release.number() >= first && release.number() <= last) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  /** Whether the row says that a command is taken. */
  boolean isTakenCommand() {
    return kind.equals("command") && TAKEN.contains(names.get(0));
  }

  private static List<String> list(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(",", -1));
  }
}
