package org.yuzuri.settings.lint.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.Values;
import org.yuzuri.settings.syntax.Word;

/** Rules of the commands that make volumes: LVM, software RAID, Btrfs, Stratis. */
final class VolumeRules {

  private static final String BTRFS = "btrfs";

  private VolumeRules() {}

  static void register(Map<String, CommandRule> rules) {
    rules.put("logvol", VolumeRules::logvol);
    rules.put("volgroup", VolumeRules::volgroup);
    rules.put("raid", VolumeRules::raid);
    rules.put(BTRFS, VolumeRules::btrfs);
    rules.put("stratispool", VolumeRules::stratispool);
    rules.put("stratisfs", VolumeRules::stratisfs);
    rules.put("snapshot", VolumeRules::snapshot);
  }

  private static void logvol(CommandLine line) {
    line.defineOnce(line.text("vgname") + "/" + line.text("name"));
    if (line.since("RHEL6") || line.since("F20")) {
      thin(line);
    }
    if (line.since("F17")) {
      if (line.has("resize") && !line.has("preexist") && !line.has("format")) {
        line.missing("preexist");
      }
      line.needs("resize", "size");
    }
    if (line.since("F20")) {
      size(line);
    }
    if (line.since("F21")) {
      line.forbidBoth("size", "percent");
    }
    if (line.since("F23")) {
      cache(line);
    }
    if (line.since("F23") || line.since("RHEL7")) {
      PartitionRules.formatOptions(line);
    }
    if (line.since("F29")) {
      line.forbidBoth("pbkdf_time", "pbkdf_iterations");
    }
    noBtrfs(line);
  }

  private static void noBtrfs(CommandLine line) {
    if (line.since("RHEL8") && line.text("fstype").equals(BTRFS)) {
      line.badValue("fstype", "xfs, ext4, …");
    }
  }

  private static void thin(CommandLine line) {
    line.forbidBoth("thin_volume", "thin_pool");
    line.needs("thin_volume", "pool_name");
    line.needs("chunk_size", "thin_pool");
    line.needs("metadata_size", "thin_pool");
  }

  private static void size(CommandLine line) {
    boolean exists = line.has("preexist") || line.has("format");
    if (!exists && !line.setsAny("percent", "size", "recommended", "hibernation")) {
      line.missing("size", "percent", "preexist");
    }
    long percent = line.arguments().number("percent");
    if (percent < 0 || percent > 100) {
      line.badValue("percent", "0 … 100");
    }
  }

  private static void cache(CommandLine line) {
    if (!line.setsAny("cache_size", "cache_mode", "cache_pvs")) {
      return;
    }
    if (line.has("preexist") || line.has("format")) {
      line.contradiction("cache_pvs", "preexist");
    }
    if (line.has("thin_volume")) {
      line.contradiction("cache_pvs", "thin_volume");
    }
    if (Values.split(line.text("cache_pvs")).isEmpty()) {
      line.missing("cache_pvs");
    }
    if (!line.sets("cache_size")) {
      line.missing("cache_size");
    }
    String mode = line.text("cache_mode");
    if (!mode.isEmpty() && !mode.equals("writeback") && !mode.equals("writethrough")) {
      line.badValue("cache_mode", "writeback, writethrough");
    }
  }

  private static void volgroup(CommandLine line) {
    Arguments arguments = line.arguments();
    List<String> names = new ArrayList<>(arguments.values("name"));
    List<String> members = new ArrayList<>(arguments.values("partitions"));
    if (members.isEmpty()) {
      takeMembers(names, members, arguments.extras());
    }
    members(line, names, members, "volgroup");
    if (!names.isEmpty()) {
      line.defineOnce(names.get(0));
    }
    if (line.since("F16")) {
      if (arguments.number("reserved_space") < 0) {
        line.badValue("reserved_space", "0, 1, 2, …");
      }
      long percent = arguments.number("reserved_percent");
      if (line.has("reserved_percent") && (percent <= 0 || percent >= 100)) {
        line.badValue("reserved_percent", "1 … 99");
      }
    }
  }

  /** Members come behind the name, or are what is left over when options stand between. */
  private static void takeMembers(List<String> names, List<String> members, List<Word> extras) {
    if (!extras.isEmpty()) {
      extras.forEach(word -> members.add(word.text()));
    } else if (!names.isEmpty()) {
      members.addAll(names.subList(1, names.size()));
    }
  }

  private static void members(
      CommandLine line, List<String> names, List<String> members, String what) {
    boolean exists = line.has("preexist") || line.has("format");
    if (names.isEmpty()) {
      line.missingArgument(what);
    } else if (members.isEmpty() && !exists) {
      line.missingArgument("pv.… raid.…");
    } else if (!members.isEmpty() && exists) {
      line.contradiction("preexist", members.get(0));
    }
  }

  private static void raid(CommandLine line) {
    Arguments arguments = line.arguments();
    line.refuseOptions(arguments.extras());
    List<String> members = new ArrayList<>(arguments.values("partitions"));
    if (members.isEmpty()) {
      arguments.extras().forEach(word -> members.add(word.text()));
    }
    members(line, List.of("raid"), members, "raid");
    boolean exists = line.has("preexist") || line.has("format");
    String device = device(line);
    line.defineOnce(device);
    if (!exists && !line.sets("level")) {
      line.missing("level");
    }
    if (exists && device.isEmpty()) {
      line.missing("device");
    }
    if (line.since("F23")) {
      PartitionRules.formatOptions(line);
    }
    if (line.since("F29")) {
      line.forbidBoth("pbkdf_time", "pbkdf_iterations");
    }
    noBtrfs(line);
  }

  private static String device(CommandLine line) {
    String device = line.text("device");
    if (!line.since("F43") && device.startsWith("md")) {
      device = device.substring("md".length());
    }
    if (line.since("F19")) {
      return device;
    }
    Optional<Long> minor = Values.integer(device);
    if (minor.isEmpty()) {
      line.badValue("device", "md0, md1, …");
    }
    return minor.map(String::valueOf).orElse(device);
  }

  private static void btrfs(CommandLine line) {
    List<Word> extras = line.arguments().extras();
    line.refuseOptions(extras);
    if (extras.isEmpty()) {
      line.missingArgument("mountpoint");
      return;
    }
    if (extras.size() == 1) {
      line.missingArgument("btrfs.…");
    }
    if (line.has("subvol") && !line.sets("name")) {
      line.missing("name");
    }
    line.defineOnce(Mountpoints.normal(extras.get(0).text()));
    if (line.since("F23")) {
      line.forbidBoth("mkfsopts", "preexist");
      line.forbidBoth("mkfsopts", "format");
    }
  }

  private static void stratispool(CommandLine line) {
    Arguments arguments = line.arguments();
    List<String> names = new ArrayList<>(arguments.values("name"));
    List<String> members = new ArrayList<>(arguments.values("blockdevs"));
    if (members.isEmpty()) {
      takeMembers(names, members, arguments.extras());
    }
    members(line, names, members, "stratispool");
    line.needs("passphrase", "encrypted");
    if (!names.isEmpty()) {
      line.defineOnce(names.get(0));
    }
  }

  private static void stratisfs(CommandLine line) {
    line.needs("maxSizeMB", "grow");
    line.defineOnce(line.text("poolname") + "/" + line.text("name"));
  }

  private static void snapshot(CommandLine line) {
    line.defineOnlyOnce(line.text("name"));
    if (!line.has("when")) {
      line.missing("when");
    }
    String[] parts = line.text("origin").split("/", -1);
    if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      line.badValue("origin", "VG/LV");
    }
  }
}
