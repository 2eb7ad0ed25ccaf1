package org.yuzuri.settings.preseed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.syntax.Templates;

/**
 * KS210: secrets that are asked for twice and answered differently. What is found is the question,
 * never the secret.
 *
 * <p>Source: Debian installer, user-setup ({@code user-setup/password-mismatch}), partman-crypto
 * ({@code partman-crypto/passphrase-mismatch}): both ask again.
 */
final class RepeatedSecrets {

  private static final String AGAIN = "-again";
  private static final List<String> TWICE =
      List.of("passwd/root-password", "passwd/user-password", "partman-crypto/passphrase");

  private RepeatedSecrets() {}

  static void check(List<Setting> settings, boolean serverKnown, List<Finding> findings) {
    Map<String, Setting> last = new HashMap<>();
    for (Setting setting : settings) {
      if (setting.isReadable() && !setting.type().equals("seen")) {
        last.put(setting.question(), setting);
      }
    }
    for (String question : TWICE) {
      Setting once = last.get(question);
      Setting again = last.get(question + AGAIN);
      boolean hashed = question.startsWith("passwd/") && last.containsKey(question + "-crypted");
      if (once != null && again != null && !hashed && differ(once.value(), again.value())) {
        Severity severity = serverKnown ? Severity.ERROR : Severity.WARNING;
        findings.add(
            again.finding(FindingCode.DIFFERENT_AGAIN, severity, again.question(), question));
      }
    }
  }

  private static boolean differ(String once, String again) {
    return !once.equals(again) && Templates.tool(once).isEmpty() && Templates.tool(again).isEmpty();
  }
}
