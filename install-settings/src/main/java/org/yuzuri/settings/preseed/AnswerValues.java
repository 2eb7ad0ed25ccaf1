package org.yuzuri.settings.preseed;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.syntax.Templates;
import org.yuzuri.settings.release.Similar;

/**
 * KS209 in a preseed: answers that debconf takes and the installer cannot use.
 *
 * <p>Source: Debian installer, choose-mirror, user-setup ({@code user-setup-ask}), partman-auto,
 * partman; cdebconf, whose booleans are {@code true} and else false.
 */
final class AnswerValues {

  private static final Pattern MIRROR_HOST = Pattern.compile("mirror/(?:http|https|ftp)/hostname");
  private static final Pattern MIRROR_DIRECTORY =
      Pattern.compile("mirror/(?:http|https|ftp)/directory");
  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9.-]+(?::[0-9]+)?|\\[[0-9A-Fa-f:.]+\\]");

  /** Source: partman-auto-lvm, {@code partman-auto-lvm/bad_guided_size}. */
  private static final Pattern GUIDED_SIZE =
      Pattern.compile(
          "max|0*(?:[1-9][0-9]?|100) ?%|[0-9]+(?:[.,][0-9]+)? ?(?:[kKMGTP]?i?[bB]?|[kKMGTP])");

  private static final Pattern USER = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /** Questions with few answers. */
  private static final Map<String, List<String>> CHOICES =
      Map.of(
          "mirror/protocol", List.of("http", "https", "ftp"),
          "partman-auto/method", List.of("regular", "lvm", "crypto", "raid"),
          "partman/choose_partition", List.of("finish"),
          "partman-auto/choose_recipe", List.of("atomic", "home", "multi", "server", "small_disk"),
          "pkgsel/upgrade", List.of("none", "safe-upgrade", "full-upgrade"),
          "pkgsel/update-policy", List.of("none", "unattended-upgrades"),
          "debconf/priority", List.of("critical", "high", "medium", "low"));

  /** Also asked for by a longer name, or made by a recipe of the tenant's own. */
  private static final Set<String> OPEN = Set.of("partman-auto/choose_recipe");

  /** Questions at whose wrong answer the installer stops and asks. */
  private static final Set<String> ASKED_AGAIN =
      Set.of("mirror/protocol", "partman-auto/method", "partman/choose_partition");

  private static final Set<String> ZONES = new TreeSet<>(ZoneId.getAvailableZoneIds());

  private AnswerValues() {}

  static void check(Setting setting, boolean serverKnown, List<Finding> findings) {
    String value = setting.value();
    String question = setting.question();
    boolean told = value.isEmpty() || Templates.tool(value).isPresent();
    if (told || setting.type().equals("seen")) {
      return;
    }
    Severity grave = serverKnown ? Severity.ERROR : Severity.WARNING;
    if (setting.type().equals("boolean") && !value.equals("true") && !value.equals("false")) {
      say(setting, Severity.WARNING, "true, false", likelyBoolean(value), findings);
    } else if (CHOICES.containsKey(question)) {
      choice(setting, grave, findings);
    } else if (question.equals("passwd/username")) {
      must(setting, grave, v -> USER.matcher(v).matches() && !v.equals("root"), "ops", findings);
    } else if (question.equals("partman-auto-lvm/guided_size")) {
      must(setting, grave, v -> GUIDED_SIZE.matcher(v).matches(), "max, 80%, 20GB", findings);
    } else if (question.equals("time/zone")) {
      if (!ZONES.contains(value)) {
        say(setting, Severity.WARNING, "Asia/Tokyo", Similar.to(value, ZONES), findings);
      }
    } else if (MIRROR_HOST.matcher(question).matches()) {
      must(setting, grave, v -> HOST.matcher(v).matches(), "deb.example.org", findings);
    } else if (MIRROR_DIRECTORY.matcher(question).matches()) {
      must(setting, Severity.WARNING, v -> v.startsWith("/"), "/debian", findings);
    }
  }

  private static void choice(Setting setting, Severity grave, List<Finding> findings) {
    List<String> choices = CHOICES.getOrDefault(setting.question(), List.of());
    if (choices.contains(setting.value())) {
      return;
    }
    String meant = Similar.to(setting.value(), choices);
    if (!OPEN.contains(setting.question()) || !meant.isEmpty()) {
      Severity severity = ASKED_AGAIN.contains(setting.question()) ? grave : Severity.WARNING;
      say(setting, severity, String.join(", ", choices), meant, findings);
    }
  }

  private static String likelyBoolean(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "yes", "y", "1", "on", "true" -> "true";
      case "no", "n", "0", "off", "false" -> "false";
      default -> Similar.to(value, List.of("true", "false"));
    };
  }

  private static void must(
      Setting setting,
      Severity severity,
      Predicate<String> rule,
      String example,
      List<Finding> findings) {
    if (!rule.test(setting.value())) {
      say(setting, severity, example, "", findings);
    }
  }

  private static void say(
      Setting setting, Severity severity, String expected, String meant, List<Finding> findings) {
    findings.add(
        setting.finding(
            FindingCode.UNUSABLE_VALUE,
            severity,
            setting.value(),
            setting.question(),
            expected,
            meant));
  }
}
