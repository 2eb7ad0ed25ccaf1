package org.yuzuri.settings.preseed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.settings.Addresses;
import org.yuzuri.settings.Facts;
import org.yuzuri.settings.Finding;
import org.yuzuri.settings.FindingCode;
import org.yuzuri.settings.KernelArguments;
import org.yuzuri.settings.Severity;
import org.yuzuri.settings.lint.HiddenTextLint;

/** What is wrong with a preseed, or would keep its installation from ending well. */
public final class PreseedLint {

  private static final Set<String> TYPES =
      Set.of(
          "string",
          "boolean",
          "select",
          "multiselect",
          "note",
          "password",
          "text",
          "seen",
          "error",
          "title");
  private static final List<String> ANSWERS =
      List.of(
          "debian-installer/locale",
          "keyboard-configuration/xkb-keymap",
          "mirror/http/hostname",
          "time/zone",
          "partman/confirm");
  private static final Set<String> SECRETS =
      Set.of("passwd/root-password", "passwd/user-password", "partman-crypto/passphrase");

  private PreseedLint() {}

  /** The findings about a text, for a server when it is known. */
  public static List<Finding> check(PreseedTree tree, Optional<Facts> facts) {
    List<Finding> findings = new ArrayList<>();
    Set<String> questions = new HashSet<>();
    for (Setting setting : tree.settings()) {
      questions.add(setting.question());
      setting.lines().forEach(line -> HiddenTextLint.check(line, facts.isPresent(), findings));
      if (setting.isReadable()) {
        answer(setting, facts, findings);
      } else if (!setting.remark()) {
        findings.add(finding(FindingCode.KS126, Severity.ERROR, setting, setting.text()));
      }
    }
    for (String question : ANSWERS) {
      if (!questions.contains(question)) {
        findings.add(new Finding(FindingCode.KS204, Severity.WARNING, 0, 0, question));
      }
    }
    return findings;
  }

  private static void answer(Setting setting, Optional<Facts> facts, List<Finding> findings) {
    String question = setting.question();
    if (!TYPES.contains(setting.type()) || question.indexOf('/') <= 0) {
      findings.add(finding(FindingCode.KS126, Severity.ERROR, setting, setting.text()));
    }
    boolean again = question.endsWith("-again");
    String asked = again ? question.substring(0, question.length() - "-again".length()) : question;
    if (SECRETS.contains(asked) && !setting.value().isEmpty()) {
      findings.add(finding(FindingCode.KS401, Severity.WARNING, setting, question));
    }
    boolean off = question.startsWith("debian-installer/exit/") && setting.value().equals("true");
    if (off) {
      findings.add(finding(FindingCode.KS202, Severity.WARNING, setting, question));
    }
    if (question.endsWith("_command") && setting.value().contains("/yuzuri/") && !isOurs(setting)) {
      Severity severity = facts.isPresent() ? Severity.ERROR : Severity.WARNING;
      findings.add(finding(FindingCode.KS305, severity, setting, question));
    }
    if (question.equals("debian-installer/add-kernel-opts")) {
      for (String wrong : KernelArguments.refused(setting.value())) {
        findings.add(finding(FindingCode.KS405, Severity.WARNING, setting, wrong));
      }
    }
    mirror(setting, facts, findings);
  }

  private static boolean isOurs(Setting setting) {
    return setting.value().startsWith("/yuzuri/hook pre")
        || setting.value().endsWith("; /yuzuri/hook installed");
  }

  private static void mirror(Setting setting, Optional<Facts> facts, List<Finding> findings) {
    Optional<String> range = facts.flatMap(Facts::tenantRange);
    boolean host = setting.question().startsWith("mirror/");
    if (range.isPresent() && host && Addresses.isAddress(setting.value())) {
      if (!Addresses.contains(range.get(), setting.value())) {
        findings.add(
            finding(FindingCode.KS301, Severity.ERROR, setting, setting.value(), range.get()));
      }
    }
  }

  private static Finding finding(
      FindingCode code, Severity severity, Setting setting, String found, String... details) {
    return new Finding(code, severity, setting.number(), 1, found, details);
  }
}
