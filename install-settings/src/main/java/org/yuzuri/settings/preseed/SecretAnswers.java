package org.yuzuri.settings.preseed;

import java.util.List;
import java.util.Set;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.security.PasswordHashes;

/** KS401, KS407: secrets among the answers. What is found is the question, never the secret. */
final class SecretAnswers {

  private static final String AGAIN = "-again";
  private static final Set<String> CLEAR =
      Set.of(
          "passwd/root-password",
          "passwd/user-password",
          "partman-crypto/passphrase",
          "grub-installer/password",
          "netcfg/wireless_wpa",
          "netcfg/wireless_wep");
  private static final Set<String> HASHED =
      Set.of(
          "passwd/root-password-crypted",
          "passwd/user-password-crypted",
          "grub-installer/password-crypted");

  private SecretAnswers() {}

  static void check(Setting setting, List<Finding> findings) {
    String question = setting.question();
    String value = setting.value();
    String asked =
        question.endsWith(AGAIN)
            ? question.substring(0, question.length() - AGAIN.length())
            : question;
    if (value.isEmpty()) {
      return;
    }
    if (CLEAR.contains(asked)) {
      findings.add(setting.finding(FindingCode.CLEAR_PASSWORD, Severity.INFO, question));
    }
    if (HASHED.contains(question) && PasswordHashes.isWeak(value)) {
      findings.add(setting.finding(FindingCode.WEAK_HASH, Severity.INFO, question));
    }
  }
}
