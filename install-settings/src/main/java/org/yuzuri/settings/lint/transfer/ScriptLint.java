package org.yuzuri.settings.lint.transfer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.merge.DiskNames;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.Signs;
import org.yuzuri.settings.syntax.SourceLine;

/**
 * KS303, KS305, KS306, KS311: scripts that seem to fight the transfer or the server. Their text is
 * searched, never run: a hint to who wrote them, no protection, since a script can hide what it
 * does.
 */
public final class ScriptLint {

  private static final Set<String> SCRIPTS =
      Set.of("%pre", "%pre-install", "%post", "%onerror", "%traceback");

  /** Those that run before the lender's last hook. */
  private static final Set<String> BEFORE_THE_END = Set.of("%pre", "%pre-install", "%post");

  private static final Pattern OVERLAY = Pattern.compile("/yuzuri(?![A-Za-z0-9_-])");
  private static final int LONGEST = 4096;

  /** Where a command may start: at the line's beginning, or behind what ends another one. */
  private static final String START =
      "(?:^|[;&|({`]|\\b(?:then|do|else|sudo|exec|nohup|setsid|in-target)\\b)\\s*"
          + "(?:(?:busybox|timeout(?:\\s+-\\S+)*\\s+\\S+|env(?:\\s+\\w+=\\S*)*|nice|command)\\s+){0,3}"
          + "(?:chroot\\s+\\S+\\s+)?";

  private static final String INTERFACES =
      "ifdown\\s|ifconfig\\s+\\S+\\s+down\\b|ip\\s+l(?:ink)?\\s+set\\s+(?:dev\\s+)?\\S+\\s+down"
          + "|ip\\s+(?:-\\d\\s+)?(?:addr|address|route|xfrm|a|r)\\s+(?:f|flush|d|del\\w*)\\b"
          + "|ip\\s+l(?:ink)?\\s+del\\w*|route\\s+del\\b|(?:rmmod|modprobe\\s+-r)\\s+(?:e1000\\w*|igb|ixgbe"
          + "|i40e|ice|tg3|bnxt_en|mlx\\d\\w*|r8169|virtio_net|xfrm\\w*|esp[46])\\b"
          + "|kill\\s+(?:-\\S+\\s+)?-1\\b"
          + "|(?:debconf-set|db_set)\\s+netcfg/(?!(?:get_)?hostname\\b|get_domain\\b)"
          + "|kill-all-dhcp\\b|netcfg\\b|dhclient\\s+-r|dhcpcd\\s+-[kx]|wicked\\s+ifdown|networkctl\\s+down"
          + "|ipsec\\s+(?:stop|restart|down)|swanctl\\s+(?:-t\\b|--terminate)"
          + "|iptables\\s+-P\\s+(?:INPUT|OUTPUT)\\s+DROP"
          + "|kill\\s+[^;&|]*(?:dhclient|udhcpc|dhcpcd|NetworkManager|charon)"
          + "|(?:killall|pkill)\\s+(?:-\\S+\\s+)*(?:dhclient|udhcpc|dhcpcd|NetworkManager|charon\\S*)";
  private static final String SERVICES =
      "nmcli\\s+(?:c\\w*|d\\w*|n\\w*)\\s+(?:down|off|disc\\w*|del\\w*)"
          + "|systemctl\\s+(?:stop|restart|disable\\s+--now)\\s+(?:NetworkManager|network|strongswan"
          + "|systemd-networkd|wicked|ipsec)"
          + "|service\\s+network\\S*\\s+(?:stop|restart)"
          + "|/etc/init\\.d/network\\S*\\s+(?:stop|restart)";
  private static final Pattern NETWORK_DOWN =
      Pattern.compile(START + "(?:/\\S*/)?(?:" + INTERFACES + "|" + SERVICES + ")");
  private static final Pattern INTERFACE_DOWN =
      Pattern.compile(START + "(?:/\\S*/)?(?:" + INTERFACES + ")");
  private static final Pattern END =
      Pattern.compile(
          START
              + "(?:/\\S*/)?(?:(?:poweroff|halt|reboot|shutdown)(?=[\\s;&|)`]|$)"
              + "|(?:tel)?init\\s+[06]\\b|systemctl\\s+(?:-\\S+\\s+)*(?:poweroff|reboot|halt|kexec|soft-reboot"
              + "|(?:isolate|start)\\s+(?:poweroff|reboot|halt|kexec)\\.target)"
              + "|(?:debconf-set|db_set)\\s+debian-installer/exit/(?:halt|poweroff|always_halt)"
              + "\\s+true"
              + "|(?:killall|pkill)\\s+(?:-\\S+\\s+)*anaconda|kill\\s+(?:-\\S+\\s+)?1\\b"
              + "|kexec\\s+(?:\\S+\\s+)*-e\\b|echo\\s+[bco]\\s*>\\s*/proc/sysrq-trigger)");
  private static final Pattern DISK =
      Pattern.compile(
          "(?<![\\w./-])/dev/((?:[shv]d|xvd)[a-z]|nvme[0-9]n[0-9]|mmcblk[0-9])(?:p?[0-9]+)?(?![\\w-])");

  /**
   * Words that one of the patterns for the network and for the end needs; without, none is tried.
   */
  private static final TellingWords TELLING =
      new TellingWords(
          "ifdown",
          "ifconfig",
          "ip",
          "kill-all-dhcp",
          "netcfg",
          "debconf-set",
          "db_set",
          "dhclient",
          "dhcpcd",
          "killall",
          "pkill",
          "nmcli",
          "systemctl",
          "service",
          "network",
          "networking",
          "poweroff",
          "halt",
          "reboot",
          "shutdown",
          "init",
          "telinit",
          "kexec",
          "sysrq-trigger",
          "kill",
          "wicked",
          "networkctl",
          "ipsec",
          "swanctl",
          "iptables",
          "route",
          "rmmod",
          "modprobe");

  private ScriptLint() {}

  /** Whether a command's text names the directory of the transfer. */
  public static boolean namesTransfer(String text) {
    return OVERLAY.matcher(text).find();
  }

  /** Whether a command's text seems to take the network down. */
  public static boolean takesNetworkDown(String text) {
    return mayTell(text) && NETWORK_DOWN.matcher(text).find();
  }

  /** Whether a command's text seems to end the installation by itself. */
  public static boolean endsInstallation(String text) {
    return mayTell(text) && END.matcher(text).find();
  }

  private static boolean mayTell(String text) {
    return text.length() <= LONGEST && TELLING.areIn(text);
  }

  /** The first disk that a command's text names and the server has under another name or not. */
  public static Optional<String> strangeDisk(String text, Facts facts) {
    if (text.length() > LONGEST || text.indexOf("/dev/") < 0) {
      return Optional.empty();
    }
    DiskNames names = new DiskNames(facts);
    Matcher disk = DISK.matcher(text);
    while (disk.find()) {
      String name = disk.group();
      if (!names.find(name).filter(name::equals).isPresent()) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** Looks through one script. */
  public static void check(Node.Section section, Optional<Facts> facts, List<Finding> findings) {
    if (!SCRIPTS.contains(section.name()) || LenderSections.isOne(section)) {
      return;
    }
    for (SourceLine line : section.body()) {
      boolean paths = line.hasAny(Signs.of('/'));
      if (paths) {
        overlay(line, facts, findings);
      }
      if (line.isBlankOrComment()) {
        continue;
      }
      if (mayTell(line.text())) {
        told(section, line, findings);
      }
      if (paths) {
        disk(line, facts, findings);
      }
    }
  }

  /** What a line with a telling word does to the network, and whether it ends the installation. */
  private static void told(Node.Section section, SourceLine line, List<Finding> findings) {
    boolean inInstaller =
        !section.name().equals("%post")
            || section.words().stream().anyMatch(word -> word.text().equals("--nochroot"));
    Pattern down = inInstaller ? NETWORK_DOWN : INTERFACE_DOWN;
    if (down.matcher(line.text()).find()) {
      warn(FindingCode.NETWORK_TAKEN_DOWN, line, line.text().strip(), findings);
    }
    if (BEFORE_THE_END.contains(section.name()) && END.matcher(line.text()).find()) {
      warn(FindingCode.ENDS_TOO_EARLY, line, line.text().strip(), findings);
    }
  }

  private static void disk(SourceLine line, Optional<Facts> facts, List<Finding> findings) {
    if (facts.isEmpty()) {
      return;
    }
    strangeDisk(line.text(), facts.get())
        .ifPresent(
            disk -> warn(FindingCode.NO_SUCH_DISK, line, disk, findings, disks(facts.get())));
  }

  private static String disks(Facts facts) {
    return String.join(",", facts.touchableDisks().stream().map(disk -> disk.name()).toList());
  }

  private static void overlay(SourceLine line, Optional<Facts> facts, List<Finding> findings) {
    if (line.text().indexOf("/yuzuri") < 0) {
      return;
    }
    Matcher overlay = OVERLAY.matcher(line.text());
    if (overlay.find()) {
      Severity severity = facts.isPresent() ? Severity.ERROR : Severity.WARNING;
      int column = overlay.start() + 1;
      findings.add(
          new Finding(
              FindingCode.NAMES_THE_TRANSFER,
              severity,
              line.number(),
              column,
              line.text().strip()));
    }
  }

  private static void warn(
      FindingCode code, SourceLine line, String found, List<Finding> findings, String... details) {
    findings.add(new Finding(code, Severity.WARNING, line.number(), 1, found, details));
  }
}
