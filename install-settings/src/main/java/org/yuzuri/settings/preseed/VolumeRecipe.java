package org.yuzuri.settings.preseed;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.syntax.Templates;

/**
 * KS209, KS204: recipes that the methods {@code lvm}, {@code crypto} and {@code raid} cannot use.
 *
 * <p>Source: partman-auto-lvm, {@code lib/auto-lvm.sh}: {@code unusable_recipe} without {@code
 * $lvmok{ }}, {@code no_boot} with a {@code /boot} on a volume, {@code no_pv_in_vg} for a group
 * that no partition is for. Partitions without {@code vg_name{ }} are for the default group.
 * partman-auto-raid, {@code README}: {@code raidid=ID} stands for the partitions, of all disks that
 * are divided, whose stanza has {@code raidid{ ID }}.
 */
final class VolumeRecipe {

  private static final String RECIPE = "partman-auto/expert_recipe";
  private static final String ARRAYS = "partman-auto-raid/recipe";
  private static final String GROUP = "in_vg{";
  private static final Set<String> METHODS = Set.of("lvm", "crypto");

  private VolumeRecipe() {}

  /**
   * Says what stops.
   *
   * @param answers question to answer
   */
  static void check(Map<String, String> answers, Facts facts, List<Finding> findings) {
    String method = answers.getOrDefault("partman-auto/method", "");
    String recipe = answers.getOrDefault(RECIPE, "");
    if (method.equals("raid")) {
      arrays(answers, facts, findings);
    }
    if (!METHODS.contains(method)
        || recipe.isBlank()
        || Templates.toolInRecipe(recipe).isPresent()) {
      return;
    }
    Severity severity =
        answers.containsKey("partman/early_command") ? Severity.WARNING : Severity.ERROR;
    List<List<String>> stanzas =
        RecipeStanzas.of(recipe, RecipeBoot.label(answers, facts)).stream()
            .filter(words -> !words.contains("$" + method + "ignore{"))
            .toList();
    List<List<String>> volumes = stanzas.stream().filter(VolumeRecipe::isVolume).toList();
    if (volumes.isEmpty()) {
      findings.add(unusable(severity, method, RECIPE, "$lvmok{ }"));
    }
    boolean boot =
        volumes.stream()
            .anyMatch(words -> RecipeStanzas.values(words, "mountpoint{").contains("/boot"));
    if (boot && !answers.getOrDefault("partman-auto-lvm/no_boot", "").equals("true")) {
      String question = "partman-auto-lvm/no_boot";
      findings.add(new Finding(FindingCode.OPEN_QUESTION, Severity.WARNING, 0, 0, question));
    }
    if (method.equals("lvm")) {
      groups(stanzas, volumes, severity, findings);
    }
  }

  /** The default group is made of what other disks give, too, so only named ones are looked at. */
  private static void groups(
      List<List<String>> stanzas,
      List<List<String>> volumes,
      Severity severity,
      List<Finding> findings) {
    Set<String> made = new HashSet<>();
    for (List<String> words : stanzas) {
      if (!isVolume(words) && RecipeStanzas.values(words, "method{").contains("lvm")) {
        made.addAll(RecipeStanzas.values(words, "vg_name{"));
      }
    }
    for (List<String> words : volumes) {
      for (String group : RecipeStanzas.values(words, GROUP)) {
        if (made.add(group)) {
          String wanted = "… method{ lvm } vg_name{ " + group + " } .";
          findings.add(unusable(severity, group, "in_vg{ }", wanted));
        }
      }
    }
  }

  /** Arrays of partitions by their id, of which there are too few. */
  private static void arrays(Map<String, String> answers, Facts facts, List<Finding> findings) {
    String recipe = answers.getOrDefault(RECIPE, "");
    boolean seen =
        !answers.containsKey("partman-auto/expert_recipe_file")
            && !answers.containsKey("partman/early_command")
            && Templates.toolInRecipe(recipe).isEmpty();
    String asked = answers.getOrDefault("partman-auto/disk", "");
    int most = facts.touchableDisks().size();
    int named = asked.isBlank() ? most : asked.strip().split("\\s+", -1).length;
    if (!seen || named > most) {
      return;
    }
    List<List<String>> stanzas = RecipeStanzas.of(recipe, RecipeBoot.label(answers, facts));
    for (List<String> array : RecipeStanzas.arrays(answers.getOrDefault(ARRAYS, ""))) {
      String members = RecipeStanzas.members(array);
      if (members.startsWith(RecipeStanzas.MEMBERS_BY_ID)) {
        String id = members.substring(RecipeStanzas.MEMBERS_BY_ID.length());
        long made =
            stanzas.stream()
                .filter(words -> RecipeStanzas.values(words, "raidid{").contains(id))
                .count();
        int wanted = Integer.parseInt(array.get(1));
        if (made * named < wanted) {
          String needed = wanted + " × … method{ raid } raidid{ " + id + " } .";
          findings.add(unusable(Severity.ERROR, members, ARRAYS, needed));
        }
      }
    }
  }

  private static boolean isVolume(List<String> words) {
    // partman-auto-lvm looks for no more than the word.
    return words.stream().anyMatch(word -> word.contains("lvmok"));
  }

  private static Finding unusable(Severity severity, String found, String option, String expected) {
    return new Finding(FindingCode.UNUSABLE_VALUE, severity, 0, 0, found, option, expected, "");
  }
}
