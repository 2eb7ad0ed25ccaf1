package org.yuzuri.settings.preseed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuzuri.settings.facts.Disk;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;

/**
 * KS501: partitioning recipes, and shares of the disk, that do not fit it.
 *
 * <p>Source: Debian installer, partman-auto-recipe.txt: {@code NAME :: MIN PRIORITY MAX TYPE … .},
 * sizes in megabytes of 1,000,000 bytes; a size in percent is one of the memory.
 */
final class Recipes {

  private static final Pattern MEGABYTES = Pattern.compile("[0-9]{1,12}");
  private static final Pattern PERCENT = Pattern.compile("(?:([0-9]{1,12})\\+)?([0-9]{1,4})%");

  /** A number and its unit, each of 1,000 or, with an i, 1,024. */
  private static final Pattern AMOUNT =
      Pattern.compile(
          "([0-9]{1,12}(?:[.,][0-9]{1,12})?) *([kmgtp])(i?)b? *", Pattern.CASE_INSENSITIVE);

  private static final String UNITS = " kmgtp";
  private static final double KILO = 1000;
  private static final double KIBI = 1024;
  private static final String QUESTION = "partman-auto/expert_recipe";
  private static final long MEGABYTE = 1_000_000;
  private static final long MEBIBYTE = 1024 * 1024;
  private static final long MIB_PER_GIB = 1024;
  private static final long MOST_MEGABYTES = 1_000_000_000_000L;

  private Recipes() {}

  static void check(Setting setting, Facts facts, List<Finding> findings) {
    if (!setting.question().equals(QUESTION)) {
      return;
    }
    long memory = facts.memoryMib().orElse(0L) * MEBIBYTE / MEGABYTE;
    long least = leastMegabytes(setting.value(), memory) * MEGABYTE / MEBIBYTE;
    Disk disk = facts.touchableDisks().get(0);
    long most = disk.sizeGib() * MIB_PER_GIB;
    if (least > most) {
      findings.add(
          setting.finding(
              FindingCode.TOO_LARGE_FOR_DISK,
              Severity.ERROR,
              disk.name(),
              Long.toString(least),
              Long.toString(most)));
    }
  }

  /** Asked by the methods of volumes alone. */
  static void shares(
      List<Setting> settings, Map<String, String> answers, Facts facts, List<Finding> findings) {
    String method = answers.getOrDefault("partman-auto/method", "lvm");
    if (method.equals("lvm") || method.equals("crypto")) {
      settings.stream()
          .filter(setting -> setting.question().equals("partman-auto-lvm/guided_size"))
          .forEach(setting -> guided(setting, facts, findings));
    }
  }

  /** Source: partman-auto-lvm, {@code partman-auto-lvm/big_guided_size}. */
  private static void guided(Setting setting, Facts facts, List<Finding> findings) {
    Matcher size = AMOUNT.matcher(setting.value());
    if (!size.matches()) {
      return;
    }
    double base = size.group(3).isEmpty() ? KILO : KIBI;
    int unit = UNITS.indexOf(size.group(2).toLowerCase(Locale.ROOT));
    double mib = Double.parseDouble(size.group(1).replace(',', '.')) * Math.pow(base, unit);
    long most = facts.touchableDisks().stream().mapToLong(Disk::sizeGib).sum() * MIB_PER_GIB;
    if (mib / MEBIBYTE > most) {
      findings.add(
          setting.finding(
              FindingCode.TOO_LARGE_FOR_DISK,
              Severity.ERROR,
              facts.touchableDisks().get(0).name(),
              Long.toString((long) Math.min(mib / MEBIBYTE, MOST_MEGABYTES)),
              Long.toString(most)));
    }
  }

  /** The least sizes of all partitions, cut where it cannot matter any more. */
  private static long leastMegabytes(String recipe, long memory) {
    int one = recipe.indexOf(" : ");
    int start = Math.max(recipe.indexOf("::"), one < 0 ? -1 : one);
    long sum = 0;
    boolean first = true;
    for (String word : recipe.substring(Math.max(0, start + 2)).strip().split("\\s+", -1)) {
      if (first && MEGABYTES.matcher(word).matches()) {
        sum = Math.min(sum + Long.parseLong(word), MOST_MEGABYTES);
      } else if (first) {
        sum = Math.min(sum + ofMemory(word, memory), MOST_MEGABYTES);
      }
      first = word.equals(".");
    }
    return sum;
  }

  /** {@code 50%} or {@code 512+50%}; nothing where it is neither. */
  private static long ofMemory(String word, long memory) {
    Matcher size = PERCENT.matcher(word);
    if (!size.matches()) {
      return 0;
    }
    long fixed = size.group(1) == null ? 0 : Long.parseLong(size.group(1));
    return fixed + memory * Long.parseLong(size.group(2)) / 100;
  }
}
