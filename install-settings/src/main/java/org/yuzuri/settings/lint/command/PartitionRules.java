package org.yuzuri.settings.lint.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yuzuri.settings.arguments.Occurrence;
import org.yuzuri.settings.arguments.Values;
import org.yuzuri.settings.finding.FindingCode;

/** Rules of the commands that divide disks. */
final class PartitionRules {

  private static final String BTRFS = "btrfs";
  private static final List<String> NOT_WITH_STRATIS =
      List.of(
          "luks_version",
          "pbkdf",
          "pbkdf_memory",
          "pbkdf_time",
          "pbkdf_iterations",
          "hw_passphrase",
          "escrowcert",
          "backuppassphrase",
          "cipher",
          "fstype");

  private PartitionRules() {}

  static void register(Map<String, CommandRule> rules) {
    rules.put("partition", PartitionRules::partition);
    rules.put("autopart", PartitionRules::autopart);
    rules.put("ignoredisk", PartitionRules::ignoredisk);
    rules.put("mount", PartitionRules::mount);
  }

  private static void partition(CommandLine line) {
    String mountpoint = Mountpoints.normal(line.text("mntpoint"));
    if (!mountpoint.equals("swap")) {
      line.defineOnce(mountpoint);
    }
    if (line.since("F17")) {
      line.needs("resize", "onPart");
      line.needs("resize", "size");
    }
    if (line.since("F20") && line.text("fstype").equals("tmpfs")) {
      line.forbidBoth("fstype", "grow");
      line.forbidBoth("fstype", "maxSizeMB");
    }
    if (line.since("F23")) {
      formatOptions(line);
    }
    if (line.since("F29")) {
      line.forbidBoth("pbkdf_time", "pbkdf_iterations");
    }
    boolean noBtrfs = line.since("RHEL8") || line.since("RHEL9") || line.since("RHEL11");
    if (noBtrfs && (mountpoint.startsWith("btrfs.") || line.text("fstype").equals(BTRFS))) {
      line.badValue(line.text("fstype").equals(BTRFS) ? "fstype" : "mntpoint", "xfs, ext4, …");
    }
    if (line.since("F41")) {
      hardwareEncryption(line);
    }
  }

  static void formatOptions(CommandLine line) {
    line.forbidBoth("mkfsopts", "format");
    line.forbidBoth("mkfsopts", "fsprofile");
  }

  private static void hardwareEncryption(CommandLine line) {
    boolean luks2 = line.text("luks_version").startsWith("luks2-");
    if (line.sets("hw_passphrase") && !(line.has("encrypted") && luks2)) {
      line.missing("encrypted", "luks_version");
    }
  }

  private static void autopart(CommandLine line) {
    if (!line.since("F9")) {
      line.refuse(line.arguments().extras());
      return;
    }
    String type = type(line);
    if (line.since("F21")) {
      if (line.lasting("fstype").equals(BTRFS)) {
        line.badValue("fstype", "--type=btrfs");
      } else if (type.equals(BTRFS) && !line.lasting("fstype").isEmpty()) {
        line.contradiction("fstype", "type");
      }
    }
    if (line.since("F29")) {
      line.forbidBoth("pbkdf_time", "pbkdf_iterations");
    }
    if ((line.since("RHEL8") || line.since("RHEL10")) && type.equals(BTRFS)) {
      line.badValue("type", "lvm, plain, thinp");
    }
    if (line.since("F38")) {
      line.forbidBoth("hibernation", "noswap");
    }
    if (line.since("F41")) {
      hardwareEncryption(line);
    }
    if (line.since("F45") && type.equals("stratis")) {
      stratis(line);
    }
  }

  private static void stratis(CommandLine line) {
    for (String destination : NOT_WITH_STRATIS) {
      if (line.sets(destination)) {
        line.contradiction("type", destination);
      }
    }
  }

  /** The last type given, on this line or an earlier one; --nolvm is one too. */
  private static String type(CommandLine line) {
    if (!line.since("F17") || !line.has("type")) {
      return line.lasting("type").toLowerCase(Locale.ROOT);
    }
    Occurrence use = line.arguments().find("type").orElseThrow();
    line.lasting("type");
    return use.option().isFlag() ? "plain" : use.value().toLowerCase(Locale.ROOT);
  }

  private static void ignoredisk(CommandLine line) {
    boolean asks = line.since("RHEL6") && !line.since("F29");
    List<String> ways = new ArrayList<>();
    for (String way : List.of("ignoredisk", "onlyuse")) {
      if (!Values.split(line.lasting(way)).isEmpty()) {
        ways.add(way);
      }
    }
    if (asks && line.has("interactive")) {
      ways.add("interactive");
    }
    if (line.since("F8") && ways.isEmpty()) {
      line.missing("ignoredisk", "onlyuse");
    } else if (line.since("F8") && ways.size() > 1) {
      line.contradiction(ways.get(0), ways.get(1));
    }
  }

  private static void mount(CommandLine line) {
    String mountpoint = line.text("mntpoint");
    if (!mountpoint.equalsIgnoreCase("none") && !mountpoint.startsWith("/")) {
      line.report(
          FindingCode.UNFIT_VALUE, line.arguments().wordOf("mntpoint"), "mntpoint", "/…, none");
    }
    if (!line.has("reformat") && line.sets("mkfs_opts")) {
      line.missing("reformat");
    }
  }
}
