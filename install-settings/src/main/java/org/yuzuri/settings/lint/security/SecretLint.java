package org.yuzuri.settings.lint.security;

import java.util.List;
import java.util.Set;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.arguments.Occurrence;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.release.OptionSpec;

/** KS401, KS407: secrets in clear, weak hashes. */
public final class SecretLint {

  private static final Set<String> MAY_BE_HASHED = Set.of("rootpw", "user", "sshpw", "bootloader");
  private static final Set<String> ALWAYS_CLEAR =
      Set.of("passphrase", "hw_passphrase", "wepkey", "wpakey");
  private static final Set<String> CLEAR_PASSWORD = Set.of("vnc", "rdp", "group");

  private SecretLint() {}

  /** Looks for passwords in clear and for weak hashes. */
  public static void check(Commands commands, List<Finding> findings) {
    for (ParsedCommand command : commands) {
      password(command, findings);
      for (Occurrence use : command.arguments().occurrences()) {
        String destination = use.option().destination();
        boolean clear =
            ALWAYS_CLEAR.contains(destination)
                || (destination.equals("password") && CLEAR_PASSWORD.contains(command.title()));
        if (clear && !use.value().isEmpty()) {
          findings.add(
              command.finding(
                  FindingCode.CLEAR_PASSWORD, Severity.INFO, use.word(), command.command().name()));
        }
        if (destination.endsWith("md5pass") && PasswordHashes.isWeak(use.value())) {
          findings.add(command.finding(FindingCode.WEAK_HASH, Severity.INFO));
        }
      }
    }
  }

  /** What is found is the command's name: the secret itself is never repeated. */
  private static void password(ParsedCommand command, List<Finding> findings) {
    Arguments arguments = command.arguments();
    String password = arguments.text("password");
    if (!MAY_BE_HASHED.contains(command.title()) || password.isEmpty()) {
      return;
    }
    boolean saysHashed =
        arguments
            .find("isCrypted")
            .filter(use -> use.option().action() == OptionSpec.Action.STORE_TRUE)
            .isPresent();
    boolean hashed = saysHashed || password.startsWith("$");
    if (!hashed) {
      findings.add(command.finding(FindingCode.CLEAR_PASSWORD, Severity.INFO));
    } else if (PasswordHashes.isWeak(password)) {
      findings.add(command.finding(FindingCode.WEAK_HASH, Severity.INFO));
    }
  }
}
