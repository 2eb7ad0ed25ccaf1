package org.yuzuri.settings.lint.disk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.syntax.Word;

/**
 * KS504: what arrays, groups and volumes are made of, but no line makes.
 *
 * <p>Source: Anaconda, {@code partitioning/custom/custom_partitioning.py}: first all partitions,
 * then arrays, groups, volumes, in whatever order the lines stand; blivet, {@code
 * devicelibs/raid.py}.
 */
public final class MemberLint {

  private static final Pattern MEMBER = Pattern.compile("(?:raid|pv|btrfs|stratis)\\..*");
  private static final Map<String, Integer> LEAST_MEMBERS =
      Map.of("0", 2, "1", 2, "4", 3, "5", 3, "6", 4, "10", 2);

  private final List<Finding> findings;
  private final Set<String> members = new HashSet<>();
  private final Set<String> groups = new HashSet<>();
  private final Set<String> pools = new HashSet<>();

  private MemberLint(List<Finding> findings) {
    this.findings = findings;
  }

  /** Looks for what each line needs among what the others make. */
  public static void check(Release release, List<ParsedCommand> commands, List<Finding> findings) {
    boolean unseen = commands.stream().anyMatch(command -> command.title().equals("%include"));
    if (release.dialect() != Dialect.KICKSTART || unseen) {
      return;
    }
    MemberLint lint = new MemberLint(findings);
    commands.forEach(lint::makes);
    commands.forEach(lint::needs);
  }

  private void makes(ParsedCommand command) {
    Arguments arguments = command.arguments();
    switch (command.title()) {
      case "partition", "raid" -> {
        String name = arguments.text("mntpoint");
        if (MEMBER.matcher(name).matches()) {
          members.add(name);
        }
      }
      case "volgroup" -> groups.add(firstOf(words(arguments, "name", "partitions")));
      case "logvol" -> {
        if (arguments.has("thin_pool")) {
          pools.add(arguments.text("vgname") + "/" + arguments.text("name"));
        }
      }
      default -> {}
    }
  }

  private void needs(ParsedCommand command) {
    Arguments arguments = command.arguments();
    switch (command.title()) {
      case "raid" -> {
        List<Word> parts = words(arguments, "mntpoint", "partitions");
        parts(command, parts);
        enough(command, parts.size() - 1 - arguments.number("spares"));
      }
      case "volgroup" -> parts(command, words(arguments, "name", "partitions"));
      case "btrfs" -> parts(command, words(arguments, "mntpoint", "partitions"));
      case "logvol" -> {
        String group = arguments.text("vgname");
        if (!group.isEmpty() && !groups.contains(group)) {
          say(command, arguments.wordOf("vgname"), group, "volgroup " + group + " pv.1");
        } else if (arguments.hasText("pool_name")
            && !pools.contains(group + "/" + arguments.text("pool_name"))) {
          String pool = arguments.text("pool_name");
          Word word = arguments.wordOf("pool_name");
          say(command, word, pool, "logvol none --thinpool --vgname=" + group + " --name=" + pool);
        }
      }
      default -> {}
    }
  }

  /** The first of the words is the name of what is made. */
  private void parts(ParsedCommand command, List<Word> words) {
    words.stream()
        .skip(1)
        .filter(word -> MEMBER.matcher(word.text()).matches() && !members.contains(word.text()))
        .forEach(word -> say(command, word, word.text(), "part " + word.text() + " --size=…"));
  }

  private void enough(ParsedCommand command, long count) {
    String level = command.arguments().text("level").replaceFirst("(?i)^raid", "");
    Optional<Integer> least = Optional.ofNullable(LEAST_MEMBERS.get(level));
    boolean made = !command.arguments().has("preexist") && !command.arguments().has("format");
    if (made && least.isPresent() && count < least.get()) {
      Word word = command.arguments().wordOf("level");
      say(command, word, least.get() + " × raid.…", "raid.1 … raid." + least.get());
    }
  }

  private static List<Word> words(Arguments arguments, String... destinations) {
    List<Word> words = new ArrayList<>();
    for (String destination : destinations) {
      arguments.find(destination).ifPresent(use -> words.addAll(use.valueWords()));
    }
    words.addAll(arguments.extras());
    return words;
  }

  private static String firstOf(List<Word> words) {
    return words.isEmpty() ? "" : words.get(0).text();
  }

  private void say(ParsedCommand command, Word word, String found, String expected) {
    findings.add(
        command.finding(
            FindingCode.UNDEFINED_STORAGE,
            Severity.ERROR,
            word,
            found,
            command.command().name(),
            expected));
  }
}
