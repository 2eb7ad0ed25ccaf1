package org.yuzuri.settings.lint.command;

import java.util.List;
import java.util.Map;
import org.yuzuri.settings.arguments.Values;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.syntax.Word;

/** Rules of the commands about the installed system and the installer itself. */
final class SystemRules {

  private SystemRules() {}

  static void register(Map<String, CommandRule> rules) {
    rules.put("authconfig", SystemRules::authconfig);
    rules.put("bootloader", SystemRules::bootloader);
    rules.put("displaymode", SystemRules::displaymode);
    rules.put("eula", line -> requireOption(line, "agreed"));
    rules.put("group", line -> line.defineOnce(line.text("name")));
    rules.put("user", line -> line.defineOnce(line.text("name")));
    rules.put("sshkey", line -> line.defineOnce(line.text("username")));
    rules.put("sshpw", SystemRules::sshpw);
    rules.put("keyboard", SystemRules::keyboard);
    rules.put("langsupport", line -> line.refuseOptions(line.arguments().extras()));
    rules.put("rescue", line -> line.forbidBoth("nomount", "romount"));
    rules.put("rootpw", SystemRules::rootpw);
    rules.put("services", SystemRules::services);
    rules.put("zerombr", SystemRules::zerombr);
  }

  private static void authconfig(CommandLine line) {
    if (line.since("F28")) {
      line.report(FindingCode.COMMAND_WITHOUT_EFFECT, line.arguments().command(), "authselect");
    }
  }

  private static void bootloader(CommandLine line) {
    if (line.since("F17") && line.text("bootDrive").indexOf(',') >= 0) {
      line.badValue("bootDrive", "sda");
    }
    if (line.since("F39")) {
      line.forbidBoth("sdboot", "extlinux");
    }
  }

  private static void displaymode(CommandLine line) {
    if (line.since("F26") && line.name().equals("cmdline") && line.has("nonInteractive")) {
      line.report(
          FindingCode.SUPERFLUOUS_ARGUMENT, line.arguments().wordOf("nonInteractive"), line.name());
    }
  }

  private static void requireOption(CommandLine line, String destination) {
    if (!line.has(destination)) {
      line.missing(destination);
    }
  }

  private static void sshpw(CommandLine line) {
    if (line.arguments().values("password").isEmpty()) {
      line.missingArgument("password");
    }
    line.defineOnce(line.text("username"));
  }

  private static void keyboard(CommandLine line) {
    int layouts = line.arguments().values("kbd").size();
    if (layouts > 1) {
      line.refuse(line.arguments().find("kbd").orElseThrow().valueWords().subList(1, 2));
    }
    boolean byOption =
        line.since("F18")
            && (line.sets("vc_keymap") || !Values.split(line.lasting("x_layouts")).isEmpty());
    if (layouts == 0 && !byOption) {
      line.missingArgument("layout");
    }
  }

  private static void rootpw(CommandLine line) {
    boolean locked = line.since("F18") && line.has("lock");
    if (line.text("password").isEmpty() && !locked) {
      line.missingArgument("password");
    }
  }

  private static void zerombr(CommandLine line) {
    List<Word> extras = line.arguments().extras();
    if (line.since("F9")) {
      line.refuse(extras);
    } else {
      extras.forEach(word -> line.report(FindingCode.OUTDATED_OPTION, word, word.text()));
    }
  }

  private static void services(CommandLine line) {
    boolean any =
        !Values.split(line.lasting("disabled")).isEmpty()
            || !Values.split(line.lasting("enabled")).isEmpty();
    if (!any) {
      line.missing("enabled", "disabled");
    }
  }
}
