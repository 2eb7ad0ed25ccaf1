package org.yuzuri.settings.preseed;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

  private static final Pattern HAS_EFI =
      Pattern.compile("method\\{\\s*efi\\s*\\}|\\bfilesystem\\{\\s*efi\\s*\\}");
  private static final Pattern HAS_BIOSGRUB = Pattern.compile("method\\{\\s*biosgrub\\s*\\}");
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
    boolean gpt =
        answers.getOrDefault("partman-partitioning/default_label", "").equals("gpt")
            || answers.getOrDefault("partman-basicfilesystems/choose_label", "").equals("gpt");
    boolean has = uefi ? HAS_EFI.matcher(recipe).find() : HAS_BIOSGRUB.matcher(recipe).find();
    boolean large = facts.touchableDisks().get(0).sizeGib() > MOST_MBR_GIB;
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

  private static Finding missing(Severity severity, Facts facts, String place, String example) {
    String firmware = facts.firmware().name();
    return new Finding(FindingCode.NO_BOOT_PARTITION, severity, 0, 0, place, firmware, example);
  }
}
