package org.yuzuri.settings.lint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuzuri.settings.Facts;
import org.yuzuri.settings.Finding;
import org.yuzuri.settings.FindingCode;
import org.yuzuri.settings.Severity;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.SourceLine;

/**
 * KS305, KS306: scripts that seem to fight the transfer. Their text is searched, never run: a hint
 * to who wrote them, no protection, since a script can hide what it does.
 */
public final class ScriptLint {

  private static final Set<String> SCRIPTS =
      Set.of("%pre", "%pre-install", "%post", "%onerror", "%traceback");
  private static final Pattern OVERLAY = Pattern.compile("/yuzuri(?![A-Za-z0-9_-])");
  private static final int LONGEST = 4096;
  private static final Pattern NETWORK_DOWN =
      Pattern.compile(
          "(?:^|[;&|\\s])(?:ifdown\\s|nmcli\\s+(?:c\\w*|d\\w*|n\\w*)\\s+(?:down|off|disc\\w*|del\\w*)"
              + "|systemctl\\s+(?:stop|restart)\\s+(?:NetworkManager|network|strongswan)"
              + "|service\\s+network\\s+(?:stop|restart)"
              + "|ip\\s+link\\s+set\\s+(?:dev\\s+)?\\S+\\s+down"
              + "|ip\\s+(?:-\\d\\s+)?(?:addr|address|route|xfrm)\\s+(?:flush|del))");

  private ScriptLint() {}

  /** Whether a command's text names the directory of the transfer. */
  public static boolean namesTransfer(String text) {
    return OVERLAY.matcher(text).find();
  }

  /** Whether a command's text seems to take the network down. */
  public static boolean takesNetworkDown(String text) {
    return text.length() <= LONGEST && NETWORK_DOWN.matcher(text).find();
  }

  static void check(Node.Section section, Optional<Facts> facts, List<Finding> findings) {
    if (!SCRIPTS.contains(section.name()) || LenderSections.isOne(section)) {
      return;
    }
    boolean inInstaller =
        !section.name().equals("%post")
            || section.words().stream().anyMatch(word -> word.text().equals("--nochroot"));
    for (SourceLine line : section.body()) {
      String text = line.text();
      Matcher overlay = OVERLAY.matcher(text);
      if (overlay.find()) {
        Severity severity = facts.isPresent() ? Severity.ERROR : Severity.WARNING;
        findings.add(
            new Finding(
                FindingCode.NAMES_THE_TRANSFER,
                severity,
                line.number(),
                overlay.start() + 1,
                text.strip()));
      }
      if (inInstaller && !line.isBlankOrComment() && takesNetworkDown(text)) {
        findings.add(
            new Finding(
                FindingCode.NETWORK_TAKEN_DOWN, Severity.WARNING, line.number(), 1, text.strip()));
      }
    }
  }
}
