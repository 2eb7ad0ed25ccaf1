package org.yuzuri.settings.preseed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yuzuri.settings.facts.Addresses;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.transfer.Hosts;

/** KS205, KS301, KS404: where the answers let the installer read from. */
final class SourceAnswers {

  /** Source: Debian installation guide, B.4.4, B.4.6 and B.4.8. */
  private static final Pattern PLACES =
      Pattern.compile(
          "mirror/[a-z]+/(?:hostname|proxy)|apt-setup/security_host"
              + "|apt-setup/local[0-9]+/(?:repository|key)|clock-setup/ntp-server"
              + "|preseed/url|anna-install/\\S+");

  private SourceAnswers() {}

  static void check(Setting setting, Optional<Facts> facts, List<Finding> findings) {
    String question = setting.question();
    if (question.startsWith("apt-setup/cdrom/set-") && setting.value().equals("true")) {
      findings.add(setting.finding(FindingCode.ABSENT_MEDIUM, Severity.WARNING, question));
    }
    if (!PLACES.matcher(question).matches()) {
      return;
    }
    for (String word : setting.value().split("[ \\t]+", -1)) {
      place(setting, word, facts, findings);
    }
  }

  private static void place(
      Setting setting, String word, Optional<Facts> facts, List<Finding> findings) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.startsWith("file:") || lower.startsWith("copy:") || lower.startsWith("cdrom:")) {
      findings.add(setting.finding(FindingCode.LOCAL_FILE, Severity.WARNING, word));
    }
    Optional<String> range = facts.flatMap(Facts::tenantRange);
    String host = Hosts.of(word);
    boolean outside =
        range.isPresent() && Addresses.isAddress(host) && !Addresses.contains(range.get(), host);
    if (outside) {
      findings.add(
          setting.finding(FindingCode.OUTSIDE_TENANT_NETWORK, Severity.ERROR, word, range.get()));
    }
  }
}
