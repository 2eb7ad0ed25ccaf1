package org.yuzuri.settings.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.settings.release.Release;

/**
 * What was asked on the command line.
 *
 * @param file {@code -} for standard input
 */
record CommandOptions(
    Command command,
    String file,
    Optional<Release> release,
    Optional<String> facts,
    boolean json,
    boolean strict,
    Locale locale) {

  enum Command {
    CHECK,
    PLAN,
    PRINT
  }

  private static final String USAGE =
      """
      ks check [--release R] [--strict] [--json] [--lang en|ja] FILE
          ks plan --facts FACTS.json [--release R] [--strict] [--json] [--lang en|ja] FILE
          ks print FILE
          R is one of \
      """;

  static CommandOptions parse(List<String> arguments) throws UsageException {
    Deque<String> rest = new ArrayDeque<>(arguments);
    Command command = command(rest.poll());
    Optional<Release> release = Optional.empty();
    Optional<String> facts = Optional.empty();
    Optional<String> file = Optional.empty();
    String language = System.getenv().getOrDefault("LANG", "en");
    boolean json = false;
    boolean strict = false;
    while (!rest.isEmpty()) {
      String argument = rest.remove();
      switch (argument) {
        case "--release" -> release = Optional.of(release(value(argument, rest)));
        case "--facts" -> facts = Optional.of(value(argument, rest));
        case "--lang" -> language = value(argument, rest);
        case "--json" -> json = true;
        case "--strict" -> strict = true;
        default -> {
          if (file.isPresent() || (argument.startsWith("--") && argument.length() > 2)) {
            throw new UsageException("\"" + argument + "\" is not expected here\n    " + usage());
          }
          file = Optional.of(argument);
        }
      }
    }
    if (file.isEmpty() || (command == Command.PLAN && facts.isEmpty())) {
      throw new UsageException("something is missing\n    " + usage());
    }
    Locale locale = language.startsWith("ja") ? Locale.JAPANESE : Locale.ENGLISH;
    return new CommandOptions(command, file.get(), release, facts, json, strict, locale);
  }

  private static String usage() {
    return USAGE + Release.names();
  }

  private static Command command(@Nullable String name) throws UsageException {
    for (Command command : Command.values()) {
      if (command.name().toLowerCase(Locale.ROOT).equals(name)) {
        return command;
      }
    }
    String what = name == null ? "no command is given" : "\"" + name + "\" is no command";
    throw new UsageException(what + "\n    " + usage());
  }

  private static Release release(String name) throws UsageException {
    return Release.find(name)
        .orElseThrow(
            () ->
                new UsageException(
                    "--release is \"" + name + "\", expected one of " + Release.names()));
  }

  private static String value(String option, Deque<String> rest) throws UsageException {
    if (rest.isEmpty()) {
      throw new UsageException(option + " lacks its value\n    " + usage());
    }
    return rest.remove();
  }
}
