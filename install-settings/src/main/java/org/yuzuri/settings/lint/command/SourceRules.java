package org.yuzuri.settings.lint.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rules of the commands that say where to install from. */
final class SourceRules {

  private SourceRules() {}

  static void register(Map<String, CommandRule> rules) {
    rules.put("url", SourceRules::url);
    rules.put("repo", SourceRules::repo);
    rules.put("harddrive", SourceRules::harddrive);
    rules.put("ostreesetup", SourceRules::ostreesetup);
    rules.put("updates", SourceRules::updates);
    rules.put("cdrom", line -> line.refuse(line.arguments().extras()));
    rules.put("hmc", line -> line.refuse(line.arguments().extras()));
    rules.put("upgrade", SourceRules::rootDevice);
    rules.put("install", SourceRules::rootDevice);
    rules.put("rhsm", SourceRules::rhsm);
  }

  private static void url(CommandLine line) {
    if (line.since("F18")) {
      exactlyOne(line, true);
    }
  }

  private static void repo(CommandLine line) {
    exactlyOne(line, !line.since("F15"));
    line.defineOnce(line.text("name"));
  }

  private static void exactlyOne(CommandLine line, boolean required) {
    List<String> used = new ArrayList<>();
    for (String way : List.of("mirrorlist", "baseurl", "url", "metalink")) {
      if (line.sets(way)) {
        used.add(way);
      }
    }
    if (used.isEmpty() && required) {
      line.missing(line.name().equals("url") ? "url" : "baseurl", "mirrorlist");
    } else if (used.size() > 1) {
      line.contradiction(used.get(0), used.get(1));
    }
  }

  private static void harddrive(CommandLine line) {
    if (line.since("F33")) {
      return;
    }
    // An empty name is one for the parser.
    boolean biospart = line.has("biospart") || !line.lasting("biospart").isEmpty();
    boolean partition = line.has("partition") || !line.lasting("partition").isEmpty();
    if (biospart && partition) {
      line.contradiction("biospart", "partition");
    } else if (!biospart && !partition) {
      line.missing("partition");
    }
  }

  private static void ostreesetup(CommandLine line) {
    String url = line.text("url");
    boolean known = url.startsWith("file:") || url.startsWith("http:") || url.startsWith("https:");
    if (!known) {
      line.badValue("url", "file:, http:, https:");
    }
  }

  private static void updates(CommandLine line) {
    if (line.arguments().values("updates").size() > 1) {
      line.refuse(line.arguments().find("updates").orElseThrow().valueWords().subList(1, 2));
    }
  }

  private static void rootDevice(CommandLine line) {
    if (line.since("F11") && line.has("root_device") && line.text("root_device").isEmpty()) {
      line.badValue("root_device", "/dev/…");
    }
  }

  private static void rhsm(CommandLine line) {
    if (line.arguments().values("activation_keys").contains("")) {
      line.badValue("activation_keys", "…");
    }
  }
}
