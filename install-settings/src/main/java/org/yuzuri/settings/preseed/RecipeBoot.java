package org.yuzuri.settings.preseed;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.Firmware;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.syntax.Templates;

/**
 * KS503 in a preseed: what a recipe lacks for the server to boot.
 *
 * <p>Source: Debian installer, partman-efi, grub-installer and partman-target ({@code
 * partman-target/no_root}): what they stop at.
 */
final class RecipeBoot {

  private static final long MOST_MBR_GIB = 2048;

  private RecipeBoot() {}

  /**
   * Says what is missing.
   *
   * @param answers question to answer
   */
  static void check(Map<String, String> answers, Facts facts, List<Finding> findings) {
    String recipe = answers.getOrDefault("partman-auto/expert_recipe", "");
    if (recipe.isEmpty()) {
      return;
    }
    Severity severity =
        answers.containsKey("partman/early_command") ? Severity.WARNING : Severity.ERROR;
    boolean arrays =
        answers.containsKey("partman-auto-raid/recipe")
            || answers.getOrDefault("partman-auto/method", "").equals("raid");
    boolean rendered = Templates.toolInRecipe(recipe).isEmpty();
    if (rendered && !arrays && !RecipeStanzas.mounts(recipe, "/")) {
      findings.add(
          missing(severity, facts, "/", "4000 10000 -1 ext4 method{ format } … mountpoint{ / } ."));
    }
    if (!answers.getOrDefault("grub-installer/skip", "").equals("true")) {
      firmware(answers, recipe, severity, facts, findings);
    }
  }

  private static void firmware(
      Map<String, String> answers,
      String recipe,
      Severity severity,
      Facts facts,
      List<Finding> findings) {
    boolean uefi = facts.firmware() == Firmware.UEFI;
    boolean gpt = asksForGpt(answers);
    boolean large = isLarge(facts);
    String wanted = uefi ? "efi" : "biosgrub";
    List<List<String>> made = RecipeStanzas.of(recipe, label(answers, facts));
    boolean has =
        made.stream().anyMatch(words -> RecipeStanzas.values(words, "method{").contains(wanted));
    if (!has && (uefi || gpt || large)) {
      findings.add(
          uefi
              ? missing(
                  severity,
                  facts,
                  "/boot/efi",
                  "538 538 1075 free $iflabel{ gpt } method{ efi } format{ } .")
              : missing(
                  severity, facts, "biosgrub", "1 1 1 free $iflabel{ gpt } method{ biosgrub } ."));
    }
  }

  /** Source: partman-partitioning, {@code default_disk_label}: GPT for UEFI and large disks. */
  static String label(Map<String, String> answers, Facts facts) {
    boolean uefi = facts.firmware() == Firmware.UEFI;
    return uefi || asksForGpt(answers) || isLarge(facts) ? "gpt" : "msdos";
  }

  private static boolean asksForGpt(Map<String, String> answers) {
    return Stream.of("partman-partitioning", "partman-basicfilesystems")
        .flatMap(owner -> Stream.of(owner + "/choose_label", owner + "/default_label"))
        .anyMatch(question -> answers.getOrDefault(question, "").equals("gpt"));
  }

  private static boolean isLarge(Facts facts) {
    return facts.touchableDisks().get(0).sizeGib() > MOST_MBR_GIB;
  }

  private static Finding missing(Severity severity, Facts facts, String place, String example) {
    String firmware = facts.firmware().name();
    return new Finding(FindingCode.NO_BOOT_PARTITION, severity, 0, 0, place, firmware, example);
  }
}
