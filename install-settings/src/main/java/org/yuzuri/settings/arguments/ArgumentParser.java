package org.yuzuri.settings.arguments;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.release.CommandSpec;
import org.yuzuri.settings.release.OptionSpec;
import org.yuzuri.settings.syntax.Word;

/**
 * Takes one command line apart.
 *
 * <p>Source: Python 3.11, {@code argparse.ArgumentParser._parse_known_args}.
 */
public final class ArgumentParser {

  /** What a word is before anything is consumed. */
  private enum Role {
    OPTION,
    ARGUMENT,
    DASHES
  }

  /**
   * An option's name found in a word.
   *
   * @param option null when the release does not know it
   * @param value what stands behind the name's "="; null when there is none
   */
  private record Match(@Nullable OptionSpec option, @Nullable String value) {}

  private final CommandSpec spec;
  private final List<Word> words;
  private final Role[] roles;
  private final @Nullable Match[] matches;
  private final Deque<OptionSpec> positionals;
  private final List<Occurrence> occurrences = new ArrayList<>();
  private final List<Word> extras = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<OptionSpec> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private ArgumentParser(CommandSpec spec, List<Word> words) {
    this.spec = spec;
    this.words = words;
    this.roles = new Role[words.size()];
    this.matches = new @Nullable Match[words.size()];
    this.positionals = new ArrayDeque<>(spec.positionals());
  }

  /**
   * Takes a line apart.
   *
   * @param words the line's words, the command first
   */
  public static Arguments parse(CommandSpec spec, List<Word> words) {
    ArgumentParser parser = new ArgumentParser(spec, words.subList(1, words.size()));
    parser.classify();
    parser.consume();
    parser.requireAll(words.get(0));
    return new Arguments(words.get(0), parser.occurrences, parser.extras, parser.problems);
  }

  private void classify() {
    boolean afterDashes = false;
    for (int i = 0; i < words.size(); i++) {
      if (afterDashes) {
        roles[i] = Role.ARGUMENT;
      } else if (words.get(i).text().equals("--")) {
        roles[i] = Role.DASHES;
        afterDashes = true;
      } else {
        matches[i] = match(words.get(i));
        roles[i] = matches[i] == null ? Role.ARGUMENT : Role.OPTION;
      }
    }
  }

  private @Nullable Match match(Word word) {
    String text = word.text();
    if (!text.startsWith("-") || text.length() == 1) {
      return null;
    }
    Match exact = exactMatch(text);
    Match found = exact != null ? exact : abbreviation(word);
    if (found != null) {
      if (found.option() != null && found.option().deprecated()) {
        problems.add(new Problem(FindingCode.OUTDATED_OPTION, word, found.option().name()));
      }
      return found;
    }
    boolean argument = NegativeNumber.matches(text) || text.indexOf(' ') >= 0;
    return argument ? null : new Match(null, null);
  }

  private @Nullable Match exactMatch(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    String value = equals < 0 ? null : text.substring(equals + 1);
    Optional<OptionSpec> option = spec.option(name);
    return option.isPresent() ? new Match(option.get(), value) : null;
  }

  private @Nullable Match abbreviation(Word word) {
    String text = word.text();
    if (!text.startsWith("--")) {
      return null;
    }
    int equals = text.indexOf('=');
    String prefix = equals < 0 ? text : text.substring(0, equals);
    List<String> names = new ArrayList<>();
    for (String name : spec.optionNames()) {
      if (name.startsWith(prefix)) {
        names.add(name);
      }
    }
    if (names.isEmpty()) {
      return null;
    }
    if (names.size() > 1) {
      names.sort(null);
      problems.add(new Problem(FindingCode.AMBIGUOUS_ABBREVIATION, word, String.join(", ", names)));
    }
    OptionSpec option = spec.option(names.get(0)).orElseThrow();
    return new Match(option, equals < 0 ? null : text.substring(equals + 1));
  }

  private void consume() {
    int at = 0;
    int next = nextOption(at);
    while (next < words.size()) {
      if (at < next) {
        int end = consumePositionals(at);
        if (end > at) {
          at = end;
          next = nextOption(at);
          continue;
        }
        extras.addAll(words.subList(at, next));
      }
      at = consumeOption(next);
      next = nextOption(at);
    }
    at = consumePositionals(at);
    extras.addAll(words.subList(at, words.size()));
  }

  private int nextOption(int from) {
    int i = from;
    while (i < words.size() && roles[i] != Role.OPTION) {
      i++;
    }
    return i;
  }

  private int consumePositionals(int start) {
    int at = start;
    while (!positionals.isEmpty()) {
      OptionSpec positional = positionals.peek();
      int end = endOfPositional(positional, at);
      if (end < 0) {
        return at;
      }
      positionals.remove();
      takePositional(positional, at, end);
      at = end;
    }
    return at;
  }

  /** Where the words of a positional argument end; -1 when there are too few. */
  private int endOfPositional(OptionSpec positional, int start) {
    int at = start;
    if (positional.values().equals("*")) {
      return nextOption(at);
    }
    at = skipDashes(at);
    if (at < words.size() && roles[at] == Role.ARGUMENT) {
      return skipDashes(at + 1);
    }
    return positional.values().equals("?") ? at : -1;
  }

  private int skipDashes(int at) {
    return at < words.size() && roles[at] == Role.DASHES ? at + 1 : at;
  }

  private void takePositional(OptionSpec positional, int start, int end) {
    List<Word> taken = new ArrayList<>();
    for (int i = start; i < end; i++) {
      if (roles[i] != Role.DASHES) {
        taken.add(words.get(i));
      }
    }
    seen.add(positional);
    if (!taken.isEmpty()) {
      take(new Occurrence(positional, taken.get(0), false, taken, texts(taken)));
    }
  }

  private int consumeOption(int at) {
    Word word = words.get(at);
    Match match = matches[at];
    OptionSpec option = match.option();
    if (option == null) {
      extras.add(word);
      return at + 1;
    }
    seen.add(option);
    if (match.value() != null) {
      if (option.isFlag()) {
        problems.add(new Problem(FindingCode.VALUE_FOR_A_FLAG, word, option.name()));
      }
      take(new Occurrence(option, word, true, List.of(word), List.of(match.value())));
      return at + 1;
    }
    boolean argument = at + 1 < words.size() && roles[at + 1] == Role.ARGUMENT;
    if (option.isFlag() || !argument) {
      if (!option.isFlag() && !option.values().equals("?")) {
        problems.add(new Problem(FindingCode.OPTION_WITHOUT_VALUE, word, option.name()));
      }
      take(new Occurrence(option, word, false, List.of(), List.of()));
      return at + 1;
    }
    Word value = words.get(at + 1);
    take(new Occurrence(option, word, false, List.of(value), List.of(value.text())));
    return at + 2;
  }

  private void take(Occurrence use) {
    occurrences.add(use);
    if (use.option().isFlag()) {
      return;
    }
    for (int i = 0; i < use.values().size(); i++) {
      Word word = use.valueWords().get(i);
      Optional<String> expected = Values.misfit(use.option(), use.values().get(i));
      if (expected.isPresent()) {
        problems.add(
            new Problem(FindingCode.UNFIT_VALUE, word, use.option().name(), expected.get()));
      }
    }
  }

  private void requireAll(Word command) {
    for (OptionSpec option : spec.required()) {
      if (!seen.contains(option)) {
        FindingCode code =
            option.isPositional() ? FindingCode.MISSING_ARGUMENT : FindingCode.MISSING_OPTION;
        problems.add(new Problem(code, command, option.name()));
      }
    }
  }

  private static List<String> texts(List<Word> words) {
    List<String> texts = new ArrayList<>(words.size());
    for (Word word : words) {
      texts.add(word.text());
    }
    return texts;
  }
}
