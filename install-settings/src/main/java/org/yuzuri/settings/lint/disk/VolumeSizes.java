package org.yuzuri.settings.lint.disk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.Commands;
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
  private static final long WHOLE = 100;

  private final Facts facts;
  private final Commands commands;
  private final DiskNames names;

  VolumeSizes(Facts facts, Commands commands, DiskNames names) {
    this.facts = facts;
    this.commands = commands;
    this.names = names;
  }

  void check(Limit limit, ToLongFunction<ParsedCommand> size) {
    Map<String, Long> wanted = new TreeMap<>();
    for (ParsedCommand command : commands.of("logvol")) {
      if (takesOfAGroup(command)) {
        wanted.merge(command.arguments().text("vgname"), size.applyAsLong(command), SizeLint::add);
      }
    }
    if (wanted.isEmpty()) {
      return;
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
    for (ParsedCommand command : commands.of("partition")) {
      Arguments arguments = command.arguments();
      if (!arguments.has("onPart")) {
        parts.put(arguments.text("mntpoint"), most(arguments));
      }
    }
    for (ParsedCommand command : commands.of("raid")) {
      array(command.arguments(), parts);
    }
    Map<String, Long> rooms = new HashMap<>();
    for (ParsedCommand command : commands.of("volgroup")) {
      List<String> words = new ArrayList<>(command.arguments().values("name"));
      words.addAll(command.arguments().values("partitions"));
      command.arguments().extras().forEach(word -> words.add(word.text()));
      List<String> members = words.isEmpty() ? words : words.subList(1, words.size());
      boolean known = !members.isEmpty() && members.stream().allMatch(parts::containsKey);
      if (known) {
        long room = members.stream().mapToLong(parts::get).reduce(0, SizeLint::add);
        rooms.put(words.get(0), room - reserved(command.arguments(), room));
      }
    }
    return rooms;
  }

  /** What an array holds that volumes are made on; nothing where a member is not known. */
  private static void array(Arguments arguments, Map<String, Long> parts) {
    List<String> members = new ArrayList<>(arguments.values("partitions"));
    arguments.extras().forEach(word -> members.add(word.text()));
    if (members.isEmpty() || !members.stream().allMatch(parts::containsKey)) {
      return;
    }
    long spares = Math.max(0, Math.min(arguments.number("spares"), members.size()));
    List<Long> sizes = members.stream().map(parts::get).limit(members.size() - spares).toList();
    RaidLevels.room(arguments, sizes)
        .ifPresent(room -> parts.put(arguments.text("mntpoint"), room));
  }

  /** Source: blivet, {@code devices/lvm.py}, {@code reserved_space}: percents first. */
  private static long reserved(Arguments arguments, long room) {
    long percent = arguments.number("reserved_percent");
    long space = percent > 0 ? room / WHOLE * percent : arguments.number("reserved_space");
    return Math.max(0, Math.min(space, room));
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
    return !arguments.has("thin_volume") && !arguments.has("preexist") && !arguments.has("format");
  }

  private static long mib(Disk disk) {
    return disk.sizeGib() * MIB_PER_GIB;
  }
}
