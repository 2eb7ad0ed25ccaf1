package org.yuzuri.settings.lint.disk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.facts.Disk;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.merge.DiskNames;

/** What the volumes of each group take, against the partitions that the group is made of. */
final class VolumeSizes {

  /** Says that something of a name needs so many MiB where there are fewer. */
  interface Limit {
    void check(String name, long wanted, long most);
  }

  private static final long MIB_PER_GIB = 1024;

  private final Facts facts;
  private final List<ParsedCommand> commands;
  private final DiskNames names;

  VolumeSizes(Facts facts, List<ParsedCommand> commands, DiskNames names) {
    this.facts = facts;
    this.commands = commands;
    this.names = names;
  }

  void check(Limit limit, ToLongFunction<ParsedCommand> size) {
    Map<String, Long> wanted = new TreeMap<>();
    for (ParsedCommand command : commands) {
      if (takesOfAGroup(command)) {
        wanted.merge(command.arguments().text("vgname"), size.applyAsLong(command), SizeLint::add);
      }
    }
    Map<String, Long> rooms = rooms();
    long total = facts.touchableDisks().stream().mapToLong(VolumeSizes::mib).sum();
    wanted.forEach(
        (group, mib) -> {
          long most = Math.min(total, rooms.getOrDefault(group, total));
          limit.check(group.isEmpty() ? facts.touchableDisks().get(0).name() : group, mib, most);
        });
  }

  /** The most that each group can have; without the groups of which not all parts are known. */
  private Map<String, Long> rooms() {
    Map<String, Long> parts = new HashMap<>();
    for (ParsedCommand command : commands) {
      Arguments arguments = command.arguments();
      if (command.title().equals("partition") && !arguments.has("onPart")) {
        parts.put(arguments.text("mntpoint"), most(arguments));
      }
    }
    Map<String, Long> rooms = new HashMap<>();
    for (ParsedCommand command : commands) {
      if (!command.title().equals("volgroup")) {
        continue;
      }
      List<String> words = new ArrayList<>(command.arguments().values("name"));
      words.addAll(command.arguments().values("partitions"));
      command.arguments().extras().forEach(word -> words.add(word.text()));
      List<String> members = words.isEmpty() ? words : words.subList(1, words.size());
      boolean known = !members.isEmpty() && members.stream().allMatch(parts::containsKey);
      if (known) {
        long room = members.stream().mapToLong(parts::get).reduce(0, SizeLint::add);
        rooms.put(words.get(0), room);
      }
    }
    return rooms;
  }

  private long most(Arguments arguments) {
    if (!arguments.has("grow")) {
      return arguments.number("size");
    }
    Optional<Disk> named = names.disk(arguments.text("disk"));
    long disk =
        named
            .map(VolumeSizes::mib)
            .orElse(facts.touchableDisks().stream().mapToLong(VolumeSizes::mib).max().orElse(0));
    long largest = arguments.number("maxSizeMB");
    return largest > 0 ? Math.min(largest, disk) : disk;
  }

  /** A thin volume takes nothing by itself, and an existing one is there already. */
  private static boolean takesOfAGroup(ParsedCommand command) {
    Arguments arguments = command.arguments();
    return command.title().equals("logvol")
        && !arguments.has("thin_volume")
        && !arguments.has("preexist")
        && !arguments.has("format");
  }

  private static long mib(Disk disk) {
    return disk.sizeGib() * MIB_PER_GIB;
  }
}
