package org.yuzuri.settings.preseed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.settings.Facts;
import org.yuzuri.settings.Finding;
import org.yuzuri.settings.FindingCode;
import org.yuzuri.settings.KernelArguments;
import org.yuzuri.settings.Severity;
import org.yuzuri.settings.lint.HiddenTextLint;
import org.yuzuri.settings.lint.ScriptLint;
import org.yuzuri.settings.syntax.PreseedCommand;

/** What is wrong with a preseed, or would keep its installation from ending well. */
public final class PreseedLint {

  private static final List<String> ANSWERS =
      List.of(
          "debian-installer/locale",
          "keyboard-configuration/xkb-keymap",
          "mirror/http/hostname",
          "time/zone",
          "partman/confirm");
  private static final Set<String> DIVISIONS =
      Set.of("partman-auto/method", "partman-auto/expert_recipe", "partman-auto/choose_recipe");
  private static final Set<String> IN_INSTALLER =
      Set.of("preseed/early_command", "partman/early_command");

  /** Below {@code high}, the installer asks what it has defaults for. */
  private static final Set<String> TALKATIVE = Set.of("low", "medium");

  private final Optional<Facts> facts;
  private final List<Finding> findings = new ArrayList<>();

  private PreseedLint(Optional<Facts> facts) {
    this.facts = facts;
  }

  /** The findings about a text, for a server when it is known. */
  public static List<Finding> check(PreseedTree tree, Optional<Facts> facts) {
    PreseedLint lint = new PreseedLint(facts);
    if (tree.isEmpty()) {
      lint.whole(FindingCode.NOTHING_TO_READ, Severity.ERROR, "", "∅");
    }
    Set<String> questions = new HashSet<>();
    for (Setting setting : tree.settings()) {
      questions.add(setting.question());
      lint.setting(setting);
    }
    lint.missing(questions);
    return lint.findings;
  }

  private void setting(Setting setting) {
    setting.lines().forEach(line -> HiddenTextLint.check(line, facts.isPresent(), findings));
    if (setting.isReadable()) {
      syntax(setting);
      waits(setting);
      scripts(setting);
      SecretAnswers.check(setting, findings);
      SourceAnswers.check(setting, facts, findings);
      facts.ifPresent(known -> Recipes.check(setting, known, findings));
    } else if (!setting.remark()) {
      findings.add(
          setting.finding(FindingCode.UNREADABLE_PRESEED_LINE, Severity.ERROR, setting.text()));
    }
  }

  private void syntax(Setting setting) {
    String question = setting.question();
    boolean unknown = !PreseedCommand.TYPES.contains(setting.type()) || question.indexOf('/') <= 0;
    if (unknown) {
      findings.add(
          setting.finding(FindingCode.UNREADABLE_PRESEED_LINE, Severity.WARNING, setting.text()));
    }
    String lookalike = HiddenTextLint.lookalike(question);
    if (!lookalike.isEmpty()) {
      findings.add(
          setting.finding(FindingCode.LOOKALIKE_LETTERS, Severity.WARNING, question, lookalike));
    }
    if (question.equals("debian-installer/add-kernel-opts")) {
      for (String wrong : KernelArguments.refused(setting.value())) {
        findings.add(setting.finding(FindingCode.KERNEL_ARGUMENT, Severity.WARNING, wrong));
      }
    }
  }

  private void waits(Setting setting) {
    String question = setting.question();
    boolean off = question.startsWith("debian-installer/exit/") && setting.value().equals("true");
    if (off) {
      findings.add(setting.finding(FindingCode.POWER_OFF, Severity.WARNING, question));
    }
    boolean again = setting.type().equals("seen") && setting.value().equals("false");
    boolean talks = question.equals("debconf/priority") && TALKATIVE.contains(setting.value());
    if (again || talks) {
      findings.add(setting.finding(FindingCode.WAITS_FOR_A_PERSON, Severity.WARNING, question));
    }
  }

  private void scripts(Setting setting) {
    String question = setting.question();
    if (question.endsWith("_command")
        && ScriptLint.namesTransfer(setting.value())
        && !isOurs(setting)) {
      Severity severity = facts.isPresent() ? Severity.ERROR : Severity.WARNING;
      findings.add(setting.finding(FindingCode.NAMES_THE_TRANSFER, severity, question));
    }
    if (IN_INSTALLER.contains(question) && ScriptLint.takesNetworkDown(setting.value())) {
      findings.add(setting.finding(FindingCode.NETWORK_TAKEN_DOWN, Severity.WARNING, question));
    }
  }

  private static boolean isOurs(Setting setting) {
    return setting.value().startsWith("/yuzuri/hook pre")
        || setting.value().endsWith("; /yuzuri/hook installed");
  }

  private void missing(Set<String> questions) {
    for (String question : ANSWERS) {
      if (!questions.contains(question)) {
        whole(FindingCode.OPEN_QUESTION, Severity.WARNING, question);
      }
    }
    if (DIVISIONS.stream().noneMatch(questions::contains)) {
      whole(FindingCode.NO_DIVISION, Severity.WARNING, "partman-auto/method");
    }
  }

  private void whole(FindingCode code, Severity severity, String found, String... details) {
    findings.add(new Finding(code, severity, 0, 0, found, details));
  }
}
