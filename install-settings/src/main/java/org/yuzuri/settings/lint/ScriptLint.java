package org.yuzuri.settings.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yuzuri.settings.Facts;
import org.yuzuri.settings.Finding;
import org.yuzuri.settings.FindingCode;
import org.yuzuri.settings.Severity;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.SourceLine;

/** KS305, KS306: scripts that fight the transfer. They are read, never run. */
final class ScriptLint {

  private static final Set<String> SCRIPTS =
      Set.of("%pre", "%pre-install", "%post", "%onerror", "%traceback");
  private static final String OVERLAY = "/yuzuri/";
  private static final int LONGEST = 4096;
  private static final Pattern NETWORK_DOWN =
      Pattern.compile(
          "(?:^|[;&|\\s])(?:ifdown\\s|nmcli\\s+(?:c\\w*|d\\w*|n\\w*)\\s+(?:down|off|disc\\w*|del\\w*)"
              + "|systemctl\\s+(?:stop|restart)\\s+(?:NetworkManager|network|strongswan)"
              + "|service\\s+network\\s+(?:stop|restart)"
              + "|ip\\s+link\\s+set\\s+(?:dev\\s+)?\\S+\\s+down"
              + "|ip\\s+(?:-\\d\\s+)?(?:addr|address|route|xfrm)\\s+(?:flush|del))");

  private ScriptLint() {}

  static void check(Node.Section section, Optional<Facts> facts, List<Finding> findings) {
    if (!SCRIPTS.contains(section.name()) || LenderSections.isOne(section)) {
      return;
    }
    boolean inInstaller =
        !section.name().equals("%post")
            || section.words().stream().anyMatch(word -> word.text().equals("--nochroot"));
    for (SourceLine line : section.body()) {
      String text = line.text();
      int place = text.indexOf(OVERLAY);
      if (place >= 0) {
        Severity severity = facts.isPresent() ? Severity.ERROR : Severity.WARNING;
        findings.add(
            new Finding(FindingCode.KS305, severity, line.number(), place + 1, text.strip()));
      }
      boolean comment = line.isBlankOrComment() || text.length() > LONGEST;
      if (inInstaller && !comment && NETWORK_DOWN.matcher(text).find()) {
        findings.add(
            new Finding(FindingCode.KS306, Severity.WARNING, line.number(), 1, text.strip()));
      }
    }
  }
}
