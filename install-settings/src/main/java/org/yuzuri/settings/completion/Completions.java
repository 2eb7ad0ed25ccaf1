package org.yuzuri.settings.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.yuzuri.settings.completion.Completion.Kind;
import org.yuzuri.settings.release.CommandSpec;
import org.yuzuri.settings.release.CommandTable;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.HonouredTable;
import org.yuzuri.settings.release.OptionSpec;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.syntax.InputLimits;
import org.yuzuri.settings.syntax.KickstartTree;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.PythonText;
import org.yuzuri.settings.syntax.SourceLine;

/** What a release takes at a place of settings: commands, options, values; answers of a preseed. */
public final class Completions {

  private final Release release;
  private final CommandTable table;
  private final String before;
  private final int column;

  private Completions(Release release, String before) {
    this.release = release;
    this.table = CommandTable.of(release);
    this.before = before;
    this.column = before.length() + 1;
  }

  /**
   * What may be written at a place.
   *
   * @param release the installer
   * @param text the whole text, as far as it is written
   * @param line from 1
   * @param column from 1, that of the character behind the cursor
   * @return in alphabetical order; empty where nothing fits, and for a text beyond the limits
   */
  public static List<Completion> at(Release release, String text, int line, int column) {
    if (InputLimits.exceeded(text).isPresent()) {
      return List.of();
    }
    List<SourceLine> lines = PythonText.lines(text);
    if (line < 1 || column < 1 || line > lines.size() + 1) {
      return List.of();
    }
    String whole = line > lines.size() ? "" : lines.get(line - 1).text();
    String before = whole.substring(0, Math.min(column - 1, whole.length()));
    if (!release.dialect().isKickstart()) {
      Optional<String> above =
          line > 1 ? Optional.of(lines.get(line - 2).text()) : Optional.empty();
      return PreseedCompletions.at(above, before);
    }
    Completions completions = new Completions(release, before);
    return section(lines.subList(0, line - 1))
        .map(completions::inSection)
        .orElseGet(completions::commandsOrArguments);
  }

  /** The name of the section that the line stands in. */
  private static Optional<String> section(List<SourceLine> above) {
    List<Node> nodes = KickstartTree.of(above).nodes();
    boolean inside =
        !nodes.isEmpty()
            && nodes.get(nodes.size() - 1) instanceof Node.Section section
            && section.end().isEmpty();
    return inside
        ? Optional.of(((Node.Section) nodes.get(nodes.size() - 1)).name())
        : Optional.empty();
  }

  private List<Completion> inSection(String name) {
    int first = PythonText.firstVisible(before);
    if (name.equals("%packages") && before.startsWith("@", first)) {
      return starting(Kind.VALUE, first, CommonValues.groups());
    }
    return starting(Kind.SECTION, PythonText.firstVisible(before), Set.of("%end"));
  }

  private List<Completion> commandsOrArguments() {
    int first = PythonText.firstVisible(before);
    String name = PythonText.firstWord(before);
    if (first + name.length() < before.length()) {
      return arguments(name);
    }
    List<Completion> offers = new ArrayList<>();
    if (name.startsWith("%")) {
      offers.addAll(starting(Kind.SECTION, first, KickstartTree.SECTIONS));
      offers.addAll(starting(Kind.COMMAND, first, Set.of("%include")));
    } else {
      offers.addAll(starting(Kind.COMMAND, first, commands()));
    }
    return offers;
  }

  private boolean isOurInstaller() {
    return release.dialect() == Dialect.KICKSTART_INSTALLER;
  }

  private Set<String> commands() {
    return isOurInstaller() ? HonouredTable.commands() : table.commandNames();
  }

  private List<Completion> arguments(String name) {
    Optional<CommandSpec> spec = table.find(name);
    boolean known = name.startsWith("%") || commands().contains(name);
    if (spec.isEmpty() || !known || before.indexOf('#') >= 0) {
      return List.of();
    }
    int start = before.length();
    while (!PythonText.isSpace(before.charAt(start - 1))) {
      start--;
    }
    String word = before.substring(start);
    int equals = word.indexOf('=');
    if (equals < 0 && !word.startsWith("-")) {
      return arguments(spec.get(), start);
    }
    return equals < 0
        ? starting(Kind.OPTION, start, options(name, spec.get()))
        : values(spec.get(), word.substring(0, equals), start + equals + 1);
  }

  private Set<String> options(String command, CommandSpec spec) {
    Optional<Set<String>> honoured =
        isOurInstaller() ? HonouredTable.options(command) : Optional.empty();
    Set<String> names = new TreeSet<>();
    for (OptionSpec option : spec.options()) {
      boolean fits =
          !option.deprecated()
              && honoured
                  .map(taken -> option.names().stream().anyMatch(taken::contains))
                  .orElse(true);
      Optional<String> name = fits ? option.longName() : Optional.empty();
      name.map(written(option)).ifPresent(names::add);
    }
    return names;
  }

  private static Function<String, String> written(OptionSpec option) {
    return name -> option.isFlag() || option.values().equals("?") ? name : name + "=";
  }

  /** Values of the arguments that have no option; else the options. */
  private List<Completion> arguments(CommandSpec spec, int start) {
    List<Completion> offers = new ArrayList<>();
    int from = insideQuote(start);
    for (OptionSpec positional : spec.positionals()) {
      Set<String> common = CommonValues.of(spec.title(), positional.destination());
      offers.addAll(starting(Kind.VALUE, from, common));
    }
    boolean nothingWritten = start == before.length();
    return offers.isEmpty() && nothingWritten
        ? starting(Kind.OPTION, start, options(PythonText.firstWord(before), spec))
        : offers;
  }

  private List<Completion> values(CommandSpec spec, String option, int start) {
    Optional<OptionSpec> found = spec.option(option);
    if (found.isEmpty()) {
      return List.of();
    }
    List<String> honoured =
        isOurInstaller()
            ? HonouredTable.values(PythonText.firstWord(before), option)
            : found.get().choices();
    Set<String> common = CommonValues.of(spec.title(), found.get().destination());
    Set<String> words = new TreeSet<>(honoured.isEmpty() ? common : honoured);
    words.removeIf(word -> CommonValues.isRefused(spec, found.get().destination(), word));
    boolean list = found.get().type().equals("commaSplit");
    int piece = list ? Math.max(start, before.lastIndexOf(',') + 1) : start;
    return starting(Kind.VALUE, insideQuote(piece), words);
  }

  /** Behind the quotation mark that a value begins with. */
  private int insideQuote(int start) {
    boolean quoted = start < before.length() && "'\"".indexOf(before.charAt(start)) >= 0;
    return quoted ? start + 1 : start;
  }

  /** The words that start with what is written from a place on. */
  private List<Completion> starting(Kind kind, int start, Set<String> words) {
    String written = before.substring(start);
    return new TreeSet<>(words)
        .stream()
            .filter(word -> word.startsWith(written))
            .map(word -> new Completion(kind, word, start + 1, column))
            .toList();
  }
}
