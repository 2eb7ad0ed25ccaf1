package org.yuzuri.settings.lint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.settings.Dialect;
import org.yuzuri.settings.Finding;
import org.yuzuri.settings.FindingCode;
import org.yuzuri.settings.Release;
import org.yuzuri.settings.Severity;
import org.yuzuri.settings.syntax.KickstartTree;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.PreseedCommand;
import org.yuzuri.settings.syntax.Word;

/** KS125: what the installers of the two named dialects leave out or refuse. */
public final class DialectLint {

  private static final String TABLE = "/org/yuzuri/settings/dialect-commands.tsv";

  /** Command to its honoured options, of each dialect. */
  private static final Map<Dialect, Map<String, Set<String>>> HONOURED = read();

  private DialectLint() {}

  /** Empty for Anaconda, whose table is complete. */
  public static List<Finding> check(Release release, KickstartTree tree) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Set<String>> honoured = HONOURED.get(release.dialect());
    if (honoured != null) {
      for (Node node : tree.nodes()) {
        if (node instanceof Node.Command command && !command.name().startsWith("%")) {
          check(release, honoured, command, findings);
        }
      }
    }
    return findings;
  }

  /** The commands that a dialect's installer honours; empty for Anaconda. */
  public static Set<String> honoured(Dialect dialect) {
    return HONOURED.getOrDefault(dialect, Map.of()).keySet();
  }

  /** The options that a dialect's installer honours; empty where its table names none. */
  public static Optional<Set<String>> honouredOptions(Dialect dialect, String command) {
    boolean listed = dialect == Dialect.KICKSTART_INSTALLER;
    return listed
        ? Optional.ofNullable(HONOURED.getOrDefault(dialect, Map.of()).get(command))
        : Optional.empty();
  }

  private static void check(
      Release release,
      Map<String, Set<String>> honoured,
      Node.Command command,
      List<Finding> findings) {
    if (command.words().isEmpty()) {
      return;
    }
    // Our own installer refuses what it does not honour; kickseed skips it.
    boolean refuses = release.dialect() == Dialect.KICKSTART_INSTALLER;
    Severity severity = refuses ? Severity.ERROR : Severity.WARNING;
    if (command.name().equals(PreseedCommand.NAME)
        && release.dialect() == Dialect.KICKSEED
        && !PreseedCommand.of(command.words()).isValid()) {
      String text = command.line().text().strip();
      int line = command.line().number();
      findings.add(new Finding(FindingCode.UNREADABLE_PRESEED_LINE, Severity.ERROR, line, 1, text));
      return;
    }
    Set<String> options = honoured.get(command.name());
    if (options == null) {
      findings.add(finding(release, severity, command, command.words().get(0)));
      return;
    }
    for (Word word : refuses ? command.words() : List.<Word>of()) {
      int equals = word.text().indexOf('=');
      String name = equals < 0 ? word.text() : word.text().substring(0, equals);
      if (name.startsWith("--") && !options.contains(name)) {
        findings.add(finding(release, severity, command, word));
      }
    }
  }

  private static Finding finding(
      Release release, Severity severity, Node.Command command, Word word) {
    int line = command.line().number();
    return new Finding(
        FindingCode.NOT_HONOURED, severity, line, word.column(), word.text(), release.title());
  }

  private static Map<Dialect, Map<String, Set<String>>> read() {
    Map<Dialect, Map<String, Set<String>>> all = new HashMap<>();
    try (InputStream in = DialectLint.class.getResourceAsStream(TABLE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          all.computeIfAbsent(Dialect.valueOf(cells[0]), dialect -> new HashMap<>())
              .put(cells[1], new HashSet<>(List.of(cells[2].split(",", -1))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("table " + TABLE + " cannot be read", e);
    }
    return all;
  }
}
