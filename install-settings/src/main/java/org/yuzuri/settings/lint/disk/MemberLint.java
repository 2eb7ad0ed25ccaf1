package org.yuzuri.settings.lint.disk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.syntax.Word;

/**
 * KS504: what arrays, groups and volumes are made of, but no line makes. KS209: parts of another
 * kind, parts and names that two lines want; the parser at most warns of these, the installer stops
 * when it has the disks before it.
 *
 * <p>Source: Anaconda, {@code partitioning/custom/custom_partitioning.py}: first all partitions,
 * then arrays, groups, volumes, in whatever order the lines stand; blivet, {@code
 * devicelibs/raid.py}.
 */
public final class MemberLint {

  private static final List<String> MEMBERS = List.of("raid.", "pv.", "btrfs.", "stratis.");
  private final List<Finding> findings;
  private final Set<String> members = new HashSet<>();
  private final Set<String> groups = new HashSet<>();
  private final Set<String> pools = new HashSet<>();

  /** What is made, and what of it something else is made of: no two lines may have the same. */
  private final Set<String> made = new HashSet<>();

  private MemberLint(List<Finding> findings) {
    this.findings = findings;
  }

  /** Looks for what each line needs among what the others make. */
  public static void check(Release release, Commands commands, List<Finding> findings) {
    boolean unseen = commands.has("%include");
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
        if (isMember(name)) {
          members.add(name);
          once(command, arguments.wordOf("mntpoint"), name, "part", beside(name));
        }
        String device = command.title().equals("raid") ? arguments.text("device") : "";
        String array = device.startsWith("md") ? device.substring("md".length()) : device;
        if (!array.isEmpty()) {
          once(command, arguments.wordOf("device"), array, "raid", beside(array));
        }
      }
      case "volgroup" -> {
        String name = firstOf(words(arguments, "name", "partitions"));
        groups.add(name);
        once(command, arguments.command(), name, "volgroup", beside(name));
      }
      case "logvol" -> {
        String name = arguments.text("vgname") + "/" + arguments.text("name");
        if (arguments.hasText("name") && !arguments.has("preexist")) {
          once(command, arguments.wordOf("name"), name, "logvol", beside(name));
        }
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
        parts(command, parts, "raid.");
        enough(command, parts.size() - 1 - arguments.number("spares"));
      }
      case "volgroup" -> parts(command, words(arguments, "name", "partitions"), "pv.");
      case "btrfs" -> parts(command, words(arguments, "mntpoint", "partitions"), "btrfs.");
      case "stratispool" -> parts(command, words(arguments, "name", "blockdevs"), "stratis.");
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

  /** The first of the words is the name of what is made, or where it is mounted. */
  private void parts(ParsedCommand command, List<Word> words, String kind) {
    for (Word word : words.subList(Math.min(1, words.size()), words.size())) {
      String part = word.text();
      if (!isMember(part)) {
        continue;
      }
      if (!members.contains(part)) {
        say(command, word, part, "part " + part + " --size=…");
      } else if (!part.startsWith(kind)) {
        cannotUse(command, word, part, kind + "…");
      } else {
        once(command, word, part, "parts", beside(part));
      }
    }
  }

  private static boolean isMember(String name) {
    for (String start : MEMBERS) {
      if (name.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  /** Another name of the same kind. */
  private static String beside(String name) {
    return name + "-2";
  }

  private void once(ParsedCommand command, Word word, String name, String kind, String other) {
    if (!made.add(kind + " " + name)) {
      cannotUse(command, word, name, other);
    }
  }

  private void enough(ParsedCommand command, long count) {
    OptionalInt least = RaidLevels.leastMembers(command.arguments());
    boolean made = !command.arguments().has("preexist") && !command.arguments().has("format");
    if (made && least.isPresent() && count < least.getAsInt()) {
      Word word = command.arguments().wordOf("level");
      int wanted = least.getAsInt();
      say(command, word, wanted + " × raid.…", "raid.1 … raid." + wanted);
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

  private void cannotUse(ParsedCommand command, Word word, String found, String expected) {
    findings.add(
        command.finding(
            FindingCode.UNUSABLE_VALUE,
            Severity.ERROR,
            word,
            found,
            command.command().name(),
            expected,
            ""));
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
