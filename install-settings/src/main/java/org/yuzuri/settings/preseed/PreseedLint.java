package org.yuzuri.settings.preseed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.security.HiddenTextLint;
import org.yuzuri.settings.lint.syntax.LineEnds;
import org.yuzuri.settings.lint.syntax.Templates;
import org.yuzuri.settings.lint.transfer.ScriptLint;
import org.yuzuri.settings.syntax.PreseedCommand;

/** What is wrong with a preseed, or would keep its installation from ending well. */
public final class PreseedLint {

  private static final Set<String> DIVISIONS =
      Set.of("partman-auto/method", "partman-auto/expert_recipe", "partman-auto/choose_recipe");

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
    Map<String, String> answers = new HashMap<>();
    for (Setting setting : tree.settings()) {
      if (!setting.type().equals("seen")) {
        answers.put(setting.question(), setting.value());
      }
      lint.setting(setting);
    }
    for (String open : OpenQuestions.of(answers)) {
      lint.whole(FindingCode.OPEN_QUESTION, Severity.WARNING, open);
    }
    if (DIVISIONS.stream().noneMatch(answers::containsKey)) {
      lint.whole(FindingCode.NO_DIVISION, Severity.WARNING, "partman-auto/method");
    }
    LineEnds.check(tree, lint.findings);
    RepeatedSecrets.check(tree.settings(), facts.isPresent(), lint.findings);
    facts.ifPresent(known -> RecipeBoot.check(answers, known, lint.findings));
    facts.ifPresent(known -> Recipes.shares(tree.settings(), answers, known, lint.findings));
    facts.ifPresent(known -> VolumeRecipe.check(answers, known, lint.findings));
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
      AnswerValues.check(setting, facts.isPresent(), findings);
      RecipeStanzas.check(setting, facts.isPresent(), findings);
      facts.ifPresent(known -> Recipes.check(setting, known, findings));
    } else if (!setting.remark()) {
      unreadable(setting, Severity.ERROR);
    }
  }

  private void syntax(Setting setting) {
    String question = setting.question();
    boolean unknown = !PreseedCommand.TYPES.contains(setting.type()) || question.indexOf('/') <= 0;
    if (unknown) {
      unreadable(setting, Severity.WARNING);
    }
    String lookalike = HiddenTextLint.lookalike(question);
    if (!lookalike.isEmpty()) {
      findings.add(
          setting.finding(FindingCode.LOOKALIKE_LETTERS, Severity.WARNING, question, lookalike));
    }
    boolean unwritable = setting.value().chars().anyMatch(c -> "\"'`$\\".indexOf(c) >= 0);
    if (question.equals("debian-installer/add-kernel-opts") && unwritable) {
      findings.add(setting.finding(FindingCode.KERNEL_ARGUMENT, Severity.WARNING, setting.value()));
    }
    if (!unknown) {
      KnownQuestions.meant(question)
          .ifPresent(
              meant ->
                  findings.add(
                      setting.finding(
                          FindingCode.MISSPELT_QUESTION, Severity.INFO, question, meant)));
    }
    Optional<String> tool =
        unknown
            ? Optional.empty()
            : question.endsWith("_command")
                ? Optional.empty()
                : question.equals("partman-auto/expert_recipe")
                    ? Templates.toolInRecipe(setting.value())
                    : Templates.tool(setting.value());
    if (tool.isPresent()) {
      Severity severity = facts.isPresent() ? Severity.WARNING : Severity.INFO;
      findings.add(
          setting.finding(FindingCode.TEMPLATE_LEFTOVER, severity, setting.value(), tool.get()));
    }
  }

  /** A line of a template engine is told as what it is. */
  private void unreadable(Setting setting, Severity severity) {
    String text = setting.text();
    findings.add(
        Templates.tool(text)
            .map(tool -> setting.finding(FindingCode.TEMPLATE_LEFTOVER, severity, text, tool))
            .orElseGet(() -> setting.finding(FindingCode.UNREADABLE_PRESEED_LINE, severity, text)));
  }

  private void waits(Setting setting) {
    String question = setting.question();
    boolean off = question.startsWith("debian-installer/exit/") && setting.value().equals("true");
    if (off) {
      findings.add(setting.finding(FindingCode.POWER_OFF, Severity.INFO, question));
    }
    boolean again = setting.type().equals("seen") && setting.value().equals("false");
    boolean talks = question.equals("debconf/priority") && TALKATIVE.contains(setting.value());
    // The installer waits for somebody who logs in.
    boolean remote =
        question.equals("anna/choose_modules") && setting.value().contains("network-console");
    if (again || talks || remote) {
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
    boolean namesDisks =
        question.endsWith("_command")
            || question.endsWith("/install_devices")
            || question.equals("debian-installer/add-kernel-opts");
    if (namesDisks) {
      disks(setting);
    }
    if (!question.endsWith("_command")) {
      return;
    }
    if (ScriptLint.takesNetworkDown(setting.value())) {
      findings.add(setting.finding(FindingCode.NETWORK_TAKEN_DOWN, Severity.WARNING, question));
    }
    if (ScriptLint.endsInstallation(setting.value())) {
      findings.add(setting.finding(FindingCode.ENDS_TOO_EARLY, Severity.WARNING, question));
    }
  }

  private void disks(Setting setting) {
    facts.ifPresent(
        known ->
            ScriptLint.strangeDisk(setting.value(), known)
                .ifPresent(
                    disk ->
                        findings.add(
                            setting.finding(
                                FindingCode.NO_SUCH_DISK,
                                Severity.WARNING,
                                disk,
                                known.touchableDisks().get(0).device()))));
  }

  private static boolean isOurs(Setting setting) {
    return setting.value().startsWith("/yuzuri/hook pre")
        || setting.value().endsWith("; /yuzuri/hook installed");
  }

  private void whole(FindingCode code, Severity severity, String found, String... details) {
    findings.add(new Finding(code, severity, 0, 0, found, details));
  }
}
