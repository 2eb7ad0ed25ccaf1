package org.yuzuri.settings.lint.command;

import java.util.ArrayList;
import java.util.List;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.syntax.Word;

/** Rules of {@code realm join}. Source: pykickstart, {@code F19_Realm}; Python's getopt. */
final class RealmRule {

  private static final List<String> WITH_VALUE =
      List.of(
          "client-software",
          "server-software",
          "membership-software",
          "one-time-password",
          "computer-ou");
  private static final String ALONE = "no-password";

  private RealmRule() {}

  static void check(CommandLine line) {
    List<Word> words = line.arguments().extras();
    if (words.isEmpty() || !words.get(0).text().equals("join")) {
      line.missingArgument("join");
      return;
    }
    line.defineOnlyOnce("join");
    int at = 1;
    while (at < words.size() && words.get(at).text().startsWith("-")) {
      String text = words.get(at).text();
      if (text.equals("--") || text.equals("-")) {
        at += text.length() - 1;
        break;
      }
      at += option(line, words, at);
    }
    if (words.size() - at != 1) {
      line.missingArgument("realm");
    }
  }

  /** How many words the option takes. */
  private static int option(CommandLine line, List<Word> words, int at) {
    Word word = words.get(at);
    int equals = word.text().indexOf('=');
    String name = equals < 0 ? word.text() : word.text().substring(0, equals);
    List<String> matches = new ArrayList<>();
    if (name.startsWith("--")) {
      String wanted = name.substring(2);
      WITH_VALUE.stream().filter(option -> option.startsWith(wanted)).forEach(matches::add);
      if (ALONE.startsWith(wanted)) {
        matches.add(ALONE);
      }
    }
    if (matches.size() != 1) {
      line.refuse(List.of(word));
      return 1;
    }
    boolean alone = matches.get(0).equals(ALONE);
    if (alone && equals >= 0) {
      line.report(FindingCode.VALUE_FOR_A_FLAG, word, name);
    }
    if (alone || equals >= 0) {
      return 1;
    }
    if (at + 1 >= words.size()) {
      line.report(FindingCode.OPTION_WITHOUT_VALUE, word, name);
    }
    return 2;
  }
}
