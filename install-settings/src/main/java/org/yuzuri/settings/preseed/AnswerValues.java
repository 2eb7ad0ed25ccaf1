package org.yuzuri.settings.preseed;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yuzuri.settings.arguments.Values;
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
          "max|0*(?:[1-9][0-9]?|100) *%"
              + "|(?=[0-9.,]*[1-9])[0-9]+(?:[.,][0-9]+)? *[kmgtp]?i?b? *",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LOCALE =
      Pattern.compile(
          "([a-z]{2,3})(?:_[A-Z]{2})?(?:\\.[A-Za-z0-9-]+)?(?:@[A-Za-z]+)?"
              + "|C(?:\\.[A-Za-z0-9-]+)?|POSIX");

  /** The same with other letters and signs between them. */
  private static final Pattern LOOSE_LOCALE =
      Pattern.compile("([A-Za-z]{2,3})[-_]([A-Za-z]{2})((?:\\.[A-Za-z0-9-]+)?(?:@[A-Za-z]+)?)");

  private static final Pattern UID = Pattern.compile("[0-9]{1,10}");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = new TreeSet<>(List.of(Locale.getISOCountries()));
  private static final Pattern USER = Pattern.compile("[a-z][a-z0-9-]{0,31}");

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
    } else if (!KnownQuestions.answers(question).isEmpty()) {
      choice(setting, grave, findings);
    } else if (question.equals("passwd/username")) {
      must(setting, grave, v -> USER.matcher(v).matches() && !v.equals("root"), "ops", findings);
    } else if (question.equals("partman-auto-lvm/guided_size")) {
      must(setting, grave, v -> GUIDED_SIZE.matcher(v).matches(), "max, 80%, 20GB", findings);
    } else if (question.equals("time/zone")) {
      if (!ZONES.contains(value)) {
        say(setting, Severity.WARNING, "Asia/Tokyo", Similar.to(value, ZONES), findings);
      }
    } else if (question.equals("debian-installer/locale")) {
      locale(setting, findings);
    } else if (question.equals("debian-installer/language")) {
      code(setting, setting.value().split("[_:]", 2)[0], LANGUAGES, "ja", findings);
    } else if (question.equals("debian-installer/country")) {
      code(setting, setting.value(), COUNTRIES, "JP", findings);
    } else if (question.equals("passwd/user-uid")) {
      must(setting, Severity.WARNING, v -> UID.matcher(v).matches(), "1000", findings);
    } else if (MIRROR_HOST.matcher(question).matches()) {
      must(setting, grave, v -> HOST.matcher(v).matches(), "deb.example.org", findings);
    } else if (MIRROR_DIRECTORY.matcher(question).matches()) {
      must(setting, Severity.WARNING, v -> v.startsWith("/"), "/debian", findings);
    }
  }

  private static void choice(Setting setting, Severity grave, List<Finding> findings) {
    String question = setting.question();
    List<String> choices = KnownQuestions.answers(question);
    boolean several = setting.type().equals("multiselect");
    List<String> values = several ? Values.split(setting.value()) : List.of(setting.value());
    for (String value : values) {
      String lower = value.toLowerCase(Locale.ROOT);
      String near = choices.contains(lower) ? lower : Similar.to(value, choices);
      String meant = choices.contains(value) ? "" : near;
      boolean wrong = !choices.contains(value) && !KnownQuestions.mayHaveOthers(question);
      if (wrong || !meant.isEmpty()) {
        Severity severity = ASKED_AGAIN.contains(question) ? grave : Severity.WARNING;
        findings.add(
            setting.finding(
                FindingCode.UNUSABLE_VALUE,
                severity,
                value,
                question,
                String.join(", ", choices),
                meant));
      }
    }
  }

  private static void locale(Setting setting, List<Finding> findings) {
    String value = setting.value();
    Matcher locale = LOCALE.matcher(value);
    if (!locale.matches() || !isLanguage(locale.group(1))) {
      Matcher loose = LOOSE_LOCALE.matcher(value);
      String meant =
          loose.matches() && isLanguage(loose.group(1).toLowerCase(Locale.ROOT))
              ? loose.group(1).toLowerCase(Locale.ROOT)
                  + "_"
                  + loose.group(2).toUpperCase(Locale.ROOT)
                  + loose.group(3)
              : "";
      say(setting, Severity.WARNING, "ja_JP.UTF-8", meant, findings);
    }
  }

  /** Of three letters glibc has more than Java; {@code C} and {@code POSIX} have none. */
  private static boolean isLanguage(@Nullable String code) {
    return code == null || code.length() == 3 || LANGUAGES.contains(code);
  }

  private static void code(
      Setting setting, String value, Set<String> codes, String example, List<Finding> findings) {
    boolean known = codes.contains(value) || (value.length() == 3 && codes == LANGUAGES);
    if (!known && !value.equals("C")) {
      say(setting, Severity.WARNING, example, ofThreeLetters(value), findings);
    }
  }

  /** The country's code of two letters; empty where there is no such country. */
  private static String ofThreeLetters(String code) {
    return COUNTRIES.stream()
        .filter(country -> new Locale("", country).getISO3Country().equals(code))
        .findFirst()
        .orElse("");
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
