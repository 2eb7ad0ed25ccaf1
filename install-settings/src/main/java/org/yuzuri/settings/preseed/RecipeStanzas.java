package org.yuzuri.settings.preseed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.syntax.Templates;

/**
 * KS209: stanzas of recipes that the installer cannot read, or reads otherwise than they look.
 *
 * <p>Source: Debian installer, partman-auto ({@code recipes.sh}): a stanza ends with a dot that
 * stands alone, what follows the last is dropped; one whose least size is no number gets one that
 * no disk has. Of the rest, a word that ends with an opening brace takes the words up to a closing
 * brace that stands alone; other words are passed over. partman-auto-raid, {@code
 * partman-auto-raid-recipe.txt} and {@code README}: levels 0, 1, 5, 6, 10; the members are devices
 * with a {@code #} between them, or {@code raidid=ID}; {@code partman-auto-raid/notenoughparts}.
 */
final class RecipeStanzas {

  private static final String PARTITIONS = "partman-auto/expert_recipe";
  private static final String ARRAYS = "partman-auto-raid/recipe";
  private static final String STANZA = "MIN PRIORITY MAX TYPE … .";
  private static final String ARRAY =
      "LEVEL DEVICES SPARES TYPE MOUNTPOINT /dev/…#/dev/… . (raidid=ID .)";

  /** What the members of an array are named by that are not devices. */
  static final String MEMBERS_BY_ID = "raidid=";

  /** Megabytes, percents of the memory, or both. */
  private static final Pattern SIZE = Pattern.compile("[0-9]+%?|[0-9]+\\+[0-9]+%");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
  private static final Set<String> LEVELS = Set.of("0", "1", "5", "6", "10");

  /** Source: md(4). */
  private static final Map<String, Integer> LEAST_DEVICES = Map.of("5", 3, "6", 4);

  private static final int LEAST_WORDS_OF_ARRAY = 6;
  private static final int HEAD = 4;

  private final Setting setting;
  private final Severity grave;
  private final List<Finding> findings;

  private RecipeStanzas(Setting setting, Severity grave, List<Finding> findings) {
    this.setting = setting;
    this.grave = grave;
    this.findings = findings;
  }

  static void check(Setting setting, boolean serverKnown, List<Finding> findings) {
    String recipe = setting.value();
    Severity grave = serverKnown ? Severity.ERROR : Severity.WARNING;
    RecipeStanzas lint = new RecipeStanzas(setting, grave, findings);
    if (recipe.isBlank() || Templates.toolInRecipe(recipe).isPresent()) {
      return;
    }
    if (setting.question().equals(PARTITIONS)) {
      List<List<String>> stanzas = split(body(recipe));
      lint.ends(stanzas, STANZA);
      stanzas.subList(0, stanzas.size() - 1).forEach(lint::partition);
    } else if (setting.question().equals(ARRAYS)) {
      List<List<String>> stanzas = split(recipe);
      lint.ends(stanzas, ARRAY);
      stanzas.subList(0, stanzas.size() - 1).forEach(lint::array);
    }
  }

  /**
   * Whether a recipe has a partition or volume that is mounted there, as the installer reads it.
   */
  static boolean mounts(String recipe, String place) {
    List<List<String>> stanzas = split(body(recipe));
    return stanzas.subList(0, stanzas.size() - 1).stream()
        .anyMatch(words -> values(words, "mountpoint{").contains(place));
  }

  /** What comes behind the name, which ends with one colon or two. */
  private static String body(String recipe) {
    List<String> words = List.of(recipe.strip().split("\\s+", -1));
    int name = Math.max(words.lastIndexOf("::"), words.lastIndexOf(":"));
    return String.join(" ", words.subList(name + 1, words.size()));
  }

  /**
   * The stanzas that a disk with such a label gets, each as its words.
   *
   * <p>Source: {@code decode_recipe}: {@code $iflabel{ gpt }} holds for that label alone.
   */
  static List<List<String>> of(String recipe, String label) {
    List<List<String>> stanzas = split(body(recipe));
    return stanzas.subList(0, stanzas.size() - 1).stream()
        .filter(
            words -> {
              List<String> labels = values(words, "$iflabel{");
              return labels.isEmpty() || labels.contains(label);
            })
        .toList();
  }

  /** The words between a tag's braces; none where the tag is not there or empty. */
  static List<String> values(List<String> words, String tag) {
    int from = words.indexOf(tag) + 1;
    int to = from;
    while (to < words.size() && !words.get(to).equals("}")) {
      to++;
    }
    return from == 0 ? List.of() : words.subList(from, to);
  }

  /** The stanzas, and as the last what no dot ends, which may be nothing. */
  private static List<List<String>> split(String recipe) {
    List<List<String>> stanzas = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String word : recipe.strip().split("\\s+", -1)) {
      if (word.equals(".")) {
        stanzas.add(words);
        words = new ArrayList<>();
      } else if (!word.isEmpty()) {
        words.add(word);
      }
    }
    stanzas.add(words);
    return stanzas;
  }

  private void ends(List<List<String>> stanzas, String expected) {
    List<String> rest = stanzas.get(stanzas.size() - 1);
    if (!rest.isEmpty()) {
      say(stanzas.size() == 1 ? grave : Severity.WARNING, beginning(rest), expected);
    }
  }

  private void partition(List<String> words) {
    if (words.isEmpty() || !SIZE.matcher(words.get(0)).matches()) {
      say(grave, beginning(words), STANZA);
      return;
    }
    if (words.size() < HEAD
        || !SIZE.matcher(words.get(1)).matches()
        || !(words.get(2).equals("-1") || SIZE.matcher(words.get(2)).matches())) {
      say(Severity.WARNING, beginning(words), STANZA);
      return;
    }
    String open = "";
    for (String word : words.subList(HEAD, words.size())) {
      if (open.isEmpty() && word.endsWith("{")) {
        open = word;
      } else if (word.equals("}")) {
        open = "";
      } else if (word.indexOf('{') >= 0) {
        say(Severity.WARNING, open.isEmpty() ? word : open, "NAME{ VALUE }");
        return;
      }
    }
    if (!open.isEmpty()) {
      say(Severity.WARNING, open, "NAME{ VALUE }");
    }
  }

  private void array(List<String> words) {
    boolean readable =
        words.size() >= LEAST_WORDS_OF_ARRAY
            && LEVELS.contains(words.get(0))
            && NUMBER.matcher(words.get(1)).matches()
            && NUMBER.matcher(words.get(2)).matches();
    if (!readable) {
      say(grave, beginning(words), ARRAY);
      return;
    }
    int devices = Integer.parseInt(words.get(1));
    String members = members(words);
    boolean few = !members.startsWith(MEMBERS_BY_ID) && members.split("#", -1).length < devices;
    if (few || devices < LEAST_DEVICES.getOrDefault(words.get(0), 1)) {
      say(grave, beginning(words), ARRAY);
    } else if (devices == 1) {
      // mdadm(8) takes it for a mistake.
      say(Severity.WARNING, beginning(words), ARRAY);
    }
  }

  /** The arrays of a recipe that have all their words. */
  static List<List<String>> arrays(String recipe) {
    List<List<String>> stanzas = split(recipe);
    return stanzas.subList(0, stanzas.size() - 1).stream()
        .filter(words -> words.size() >= LEAST_WORDS_OF_ARRAY)
        .filter(words -> NUMBER.matcher(words.get(1)).matches())
        .toList();
  }

  /** The devices that an array is made of, or {@code raidid=ID}. */
  static String members(List<String> array) {
    return array.get(LEAST_WORDS_OF_ARRAY - 1);
  }

  /** So much of a stanza that it is known again. */
  private static String beginning(List<String> words) {
    return words.isEmpty() ? "." : String.join(" ", words.subList(0, Math.min(HEAD, words.size())));
  }

  private void say(Severity severity, String found, String expected) {
    findings.add(
        setting.finding(
            FindingCode.UNUSABLE_VALUE, severity, found, setting.question(), expected, ""));
  }
}
