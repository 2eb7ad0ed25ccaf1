package org.yuzuri.settings.release;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The commands that one release knows. */
public final class CommandTable {

  private static final String ANACONDA = "/org/yuzuri/settings/kickstart-commands.tsv";
  private static final String KICKSEED = "/org/yuzuri/settings/kickseed-commands.tsv";
  private static final Map<String, CommandTable> TABLES = new ConcurrentHashMap<>();

  /** The rows of all releases, read at first use. */
  private static final class Rows {
    static final List<TableRow> ALL = read(ANACONDA);
  }

  private final Map<String, CommandSpec> byName;

  private CommandTable(Map<String, CommandSpec> byName) {
    this.byName = byName;
  }

  /**
   * The table of a kickstart release.
   *
   * @param release any but preseed
   */
  public static CommandTable of(Release release) {
    boolean kickseed = release.dialect() == Dialect.KICKSEED;
    return TABLES.computeIfAbsent(
        kickseed ? KICKSEED : release.syntax(),
        key -> {
          List<TableRow> rows = kickseed ? read(KICKSEED) : Rows.ALL;
          return new CommandTable(TableRow.commands(rows, Release.of(release.syntax())));
        });
  }

  /** The command, or section header, of that name. */
  public Optional<CommandSpec> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Whether the release takes the command and its option. */
  public boolean takes(String command, String option) {
    CommandSpec spec = byName.get(command);
    return spec != null && spec.takes(option);
  }

  /** Whether the release takes the command. */
  public boolean takes(String command) {
    CommandSpec spec = byName.get(command);
    return spec != null
        && (spec.status() == CommandSpec.Status.KNOWN || spec.status() == CommandSpec.Status.FREE);
  }

  /** Names of the commands that the release takes, without sections, in order. */
  public SortedSet<String> commandNames() {
    SortedSet<String> names = new TreeSet<>(byName.keySet());
    names.removeIf(name -> name.startsWith("%") || !takes(name));
    return names;
  }

  /** The newest release, older than the given one, that took the command. */
  public static Optional<String> lastToTake(String command, Release before) {
    return taking(command).stream()
        .filter(release -> release.number() < before.number())
        .reduce((older, newer) -> newer)
        .map(Release::name);
  }

  /** The oldest release, newer than the given one, that takes the command. */
  public static Optional<String> firstToTake(String command, Release after) {
    return taking(command).stream()
        .filter(release -> release.number() > after.number())
        .findFirst()
        .map(Release::name);
  }

  private static List<Release> taking(String command) {
    List<TableRow> names = rows(row -> row.kind().equals("name") && row.names().contains(command));
    List<Release> taking = new ArrayList<>();
    for (Release release : names.isEmpty() ? List.<Release>of() : Release.anaconda()) {
      for (TableRow name : names) {
        boolean taken =
            !rows(row ->
                    row.title().equals(name.title())
                        && row.isTakenCommand()
                        && row.holdsFor(release))
                .isEmpty();
        if (taken && name.holdsFor(release)) {
          taking.add(release);
        }
      }
    }
    return taking;
  }

  private static List<TableRow> rows(Predicate<TableRow> wanted) {
    return Rows.ALL.stream().filter(wanted).toList();
  }

  /** The releases that take the option, as {@code F18-F40}; empty when none does. */
  public static Optional<String> releasesTaking(String title, String option) {
    List<String> ranges = new ArrayList<>();
    for (TableRow row : Rows.ALL) {
      if (row.title().equals(title) && row.names().contains(option) && !row.isDeprecated()) {
        ranges.add(row.releases());
      }
    }
    return ranges.isEmpty() ? Optional.empty() : Optional.of(String.join(",", ranges));
  }

  /** Whether any of Anaconda's releases takes the command. */
  public static boolean isTakenByAny(String command) {
    return !taking(command).isEmpty();
  }

  private static List<TableRow> read(String table) {
    List<TableRow> rows = new ArrayList<>();
    try (InputStream in = CommandTable.class.getResourceAsStream(table);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          rows.add(TableRow.parse(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("table " + table + " cannot be read", e);
    }
    return List.copyOf(rows);
  }
}
