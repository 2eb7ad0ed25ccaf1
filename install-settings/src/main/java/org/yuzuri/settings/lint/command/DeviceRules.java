package org.yuzuri.settings.lint.command;

import java.util.List;
import java.util.Map;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.syntax.Word;

/** Rules of the commands about drivers and special storage. */
final class DeviceRules {

  private DeviceRules() {}

  static void register(Map<String, CommandRule> rules) {
    rules.put("device", DeviceRules::device);
    rules.put("dmraid", DeviceRules::dmraid);
    rules.put("multipath", DeviceRules::multipath);
    rules.put("driverdisk", DeviceRules::driverdisk);
    rules.put("fcoe", line -> line.defineOnce(line.text("nic")));
    rules.put("zfcp", DeviceRules::zfcp);
    rules.put("nvdimm", DeviceRules::nvdimm);
    rules.put("mouse", line -> exactly(line, 1, "mouse"));
    rules.put("key", DeviceRules::key);
  }

  private static void exactly(CommandLine line, int count, String what) {
    List<Word> extras = line.arguments().extras();
    line.refuseOptions(extras);
    if (extras.size() < count) {
      line.missingArgument(what);
    } else if (extras.size() > count) {
      line.refuse(extras.subList(count, extras.size()));
    }
  }

  private static void device(CommandLine line) {
    boolean single = line.since("F8");
    exactly(line, single ? 1 : 2, "module");
    if (single && !line.arguments().extras().isEmpty()) {
      line.defineOnce(line.arguments().extras().get(0).text());
    }
  }

  private static void dmraid(CommandLine line) {
    String name = line.text("name");
    line.defineOnce(name.substring(name.lastIndexOf('/') + 1) + line.arguments().values("devices"));
  }

  private static void multipath(CommandLine line) {
    line.defineOnlyOnce(line.text("device"));
  }

  private static void driverdisk(CommandLine line) {
    Arguments arguments = line.arguments();
    List<String> partitions = arguments.values("partition");
    if (partitions.size() > 1) {
      line.refuse(arguments.find("partition").orElseThrow().valueWords().subList(1, 2));
    }
    line.forbidBoth("partition", "source");
    line.forbidBoth("partition", "biospart");
    line.forbidBoth("source", "biospart");
    if (partitions.isEmpty() && !line.setsAny("source", "biospart")) {
      line.missing("source", "biospart");
    }
  }

  private static void zfcp(CommandLine line) {
    line.defineOnce(
        String.join(
            " ",
            line.text("devnum"),
            line.text("wwpn"),
            line.text("fcplun"),
            line.text("scsiid"),
            line.text("scsilun")));
    if (line.since("F37")) {
      line.needs("wwpn", "fcplun");
      line.needs("fcplun", "wwpn");
      if (!line.sets("devnum")) {
        line.missing("devnum");
      }
    }
  }

  private static void nvdimm(CommandLine line) {
    String action = line.text("action");
    line.forbidBoth("namespace", "blockdevs");
    if (line.setsAny("namespace", "blockdevs")) {
      line.defineOnce(String.join(" ", action, line.text("namespace"), line.text("blockdevs")));
    }
    if (action.equals("reconfigure")) {
      if (!line.sets("namespace")) {
        line.missing("namespace");
      }
      boolean sector = !line.has("mode") || line.text("mode").equals("sector");
      if (sector && !line.sets("sectorsize")) {
        line.missing("sectorsize");
      }
    } else if (!line.setsAny("namespace", "blockdevs")) {
      line.missing("namespace", "blockdevs");
    }
  }

  private static void key(CommandLine line) {
    if (!line.has("skip")) {
      exactly(line, 1, "key");
    }
  }
}
