package org.yuzuri.settings.preseed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuzuri.settings.facts.Disk;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.merge.DiskNames;
import org.yuzuri.settings.merge.Entry;
import org.yuzuri.settings.merge.Hostnames;
import org.yuzuri.settings.merge.LenderQuestions;
import org.yuzuri.settings.merge.Merged;
import org.yuzuri.settings.plan.Origin;
import org.yuzuri.settings.syntax.SourceLine;

/** One merge of a preseed with a server's facts. */
public final class PreseedMerge {

  private static final String EARLY = "preseed/early_command";
  private static final String LATE = "preseed/late_command";
  private static final String KERNEL = "debian-installer/add-kernel-opts";
  private static final String HOSTNAME = "netcfg/get_hostname";

  /** Overrides what DHCP or the first says; judged likewise. */
  private static final String FORCED_HOSTNAME = "netcfg/hostname";

  private static final String DISKS = "partman-auto/disk";

  /** Answers that name disks. */
  private static final Set<String> NAMING_DISKS =
      Set.of("partman-auto-raid/recipe", "partman-auto/expert_recipe");

  private static final Pattern DEVICE = Pattern.compile("/dev/[a-z0-9]+");
  private static final String TIME = "clock-setup/ntp-server";
  private static final Set<String> SHARED = Set.of(EARLY, LATE, KERNEL, HOSTNAME);
  private static final String OPEN = "sh -c '";

  /** A type that answers nothing: whether the question counts as asked. */
  private static final String SEEN = "seen";

  private final Facts facts;
  private final LenderAnswers lender;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, String> replaced = new HashMap<>();
  private final Map<String, String> shared = new LinkedHashMap<>();

  private PreseedMerge(Facts facts, LenderAnswers lender) {
    this.facts = facts;
    this.lender = lender;
  }

  /** Merges a text with the facts of a server. */
  public static Merged merge(PreseedTree tree, Facts facts) {
    int disks =
        tree.settings().stream()
            .filter(setting -> setting.question().equals(DISKS))
            .reduce((first, second) -> second)
            .map(setting -> setting.value().split("\\s+", -1).length)
            .orElseGet(() -> disksOfArrays(tree, facts));
    PreseedMerge merge = new PreseedMerge(facts, new LenderAnswers(facts, disks));
    tree.settings().forEach(merge::take);
    merge.endLine();
    merge.addLenders();
    return new Merged(List.copyOf(merge.entries), List.copyOf(merge.findings));
  }

  /** Arrays need their disks divided, whether the tenant names these again or not. */
  private static int disksOfArrays(PreseedTree tree, Facts facts) {
    DiskNames names = new DiskNames(facts);
    Set<String> disks = new HashSet<>();
    for (Setting setting : tree.settings()) {
      Matcher device = DEVICE.matcher(setting.value());
      while (setting.question().equals("partman-auto-raid/recipe") && device.find()) {
        names.disk(device.group()).ifPresent(disk -> disks.add(disk.device()));
      }
    }
    return Math.max(membersById(tree), Math.max(1, disks.size()));
  }

  /** The most members of an array that are named by their id: a disk has one of each. */
  private static int membersById(PreseedTree tree) {
    return tree.settings().stream()
        .filter(setting -> setting.question().equals("partman-auto-raid/recipe"))
        .flatMap(setting -> RecipeStanzas.arrays(setting.value()).stream())
        .filter(a -> RecipeStanzas.members(a).startsWith(RecipeStanzas.MEMBERS_BY_ID))
        .mapToInt(array -> Integer.parseInt(array.get(1)))
        .max()
        .orElse(1);
  }

  private void take(Setting setting) {
    String question = setting.question();
    boolean answered = LenderQuestions.ANSWERED.contains(question);
    boolean forced = question.equals(FORCED_HOSTNAME) && !setting.type().equals(SEEN);
    if (forced && !Hostnames.isValid(setting.value())) {
      findings.add(
          new Finding(
              FindingCode.HOST_NAME_NOT_TAKEN,
              Severity.WARNING,
              setting.number(),
              1,
              setting.value(),
              facts.hostname()));
      entries.add(Entry.leftOut(setting.text()));
      return;
    }
    if (!setting.isReadable() && !setting.remark()) {
      entries.add(Entry.leftOut(setting.text()));
    } else if (answered || isShared(question)) {
      giveWay(setting, answered);
    } else if (LenderQuestions.owns(question)) {
      boolean forbidden = LenderQuestions.FORBIDDEN.contains(question);
      Severity severity = forbidden ? Severity.WARNING : Severity.INFO;
      findings.add(finding(FindingCode.GIVES_WAY, severity, setting));
      entries.add(Entry.leftOut(setting.text()));
    } else if (NAMING_DISKS.contains(question)) {
      takeDisks(setting);
    } else if (!setting.text().strip().equals(LenderAnswers.REMARK)) {
      setting.lines().forEach(line -> entries.add(tenant(line)));
    }
  }

  /** Puts the server's names where the tenant named disks. */
  private void takeDisks(Setting setting) {
    DiskNames names = new DiskNames(facts);
    for (SourceLine line : setting.lines()) {
      StringBuilder text = new StringBuilder();
      Matcher device = DEVICE.matcher(line.text());
      while (device.find()) {
        String asked = device.group();
        Optional<String> name = names.find(asked);
        String merged = name.map(n -> n.startsWith("/dev/") ? n : "/dev/" + n).orElse(asked);
        if (name.isEmpty()) {
          findings.add(
              new Finding(
                  FindingCode.NO_SUCH_DISK,
                  Severity.ERROR,
                  line.number(),
                  device.start() + 1,
                  asked,
                  devices()));
        } else if (!merged.equals(asked)) {
          findings.add(
              new Finding(
                  FindingCode.DISK_RENAMED,
                  Severity.INFO,
                  line.number(),
                  device.start() + 1,
                  asked,
                  merged));
        }
        device.appendReplacement(text, merged);
      }
      device.appendTail(text);
      String merged = text.toString();
      boolean same = merged.equals(line.text());
      entries.add(
          same
              ? tenant(line)
              : new Entry(plain(merged), line.end(), Origin.BOTH, Optional.of(line.text())));
    }
  }

  private String devices() {
    return String.join(" ", facts.touchableDisks().stream().map(Disk::device).toList());
  }

  private boolean isShared(String question) {
    return SHARED.contains(question) || (question.equals(TIME) && facts.timeServer().isPresent());
  }

  private void giveWay(Setting setting, boolean lenders) {
    replaced.merge(setting.question(), setting.text(), (a, b) -> a + "\n" + b);
    if (!setting.type().equals(SEEN)) {
      shared.put(setting.question(), setting.value());
    }
    if (setting.question().equals(DISKS) && !setting.type().equals(SEEN)) {
      int asked = setting.value().split("\\s+", -1).length;
      if (asked > facts.touchableDisks().size()) {
        Finding few = finding(FindingCode.NO_SUCH_DISK, Severity.ERROR, setting);
        findings.add(
            new Finding(few.code(), few.severity(), few.line(), 1, setting.value(), devices()));
      }
    }
    String answer = lender.all().get(setting.question());
    String asked = (setting.type() + " " + setting.value()).strip();
    boolean name = setting.question().equals(HOSTNAME) && !setting.type().equals(SEEN);
    if (name && !setting.value().isEmpty() && !Hostnames.isValid(setting.value())) {
      findings.add(
          new Finding(
              FindingCode.HOST_NAME_NOT_TAKEN,
              Severity.WARNING,
              setting.number(),
              1,
              setting.value(),
              facts.hostname()));
    }
    if (lenders && !asked.equals(answer)) {
      findings.add(finding(FindingCode.GIVES_WAY, Severity.INFO, setting));
    }
  }

  private static Finding finding(FindingCode code, Severity severity, Setting setting) {
    return new Finding(code, severity, setting.number(), 1, setting.question());
  }

  private void addLenders() {
    add(LenderAnswers.REMARK, Origin.LENDER, Optional.empty());
    lender.all().forEach((question, answer) -> addAnswer(question, answer, Origin.LENDER));
    String hostname = shared.getOrDefault(HOSTNAME, "");
    boolean own = Hostnames.isValid(hostname);
    addAnswer(HOSTNAME, "string " + (own ? hostname : facts.hostname()), origin(own));
    facts.timeServer().ifPresent(this::addTimeSource);
    addWords(KERNEL, facts.console().isEmpty() ? "" : "console=" + facts.console());
    addCommand(EARLY, lender.early(), true);
    addCommand(LATE, lender.late(), false);
  }

  private void addTimeSource(String lenders) {
    String asked = shared.getOrDefault(TIME, "");
    addAnswer(TIME, "string " + (asked.isEmpty() ? lenders : asked), origin(!asked.isEmpty()));
  }

  private static Origin origin(boolean ofTenant) {
    return ofTenant ? Origin.BOTH : Origin.LENDER;
  }

  /** The tenant's words, then the lender's that are not among them. */
  private void addWords(String question, String lenders) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : (shared.getOrDefault(question, "") + " " + lenders).split("\\s+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    if (!words.isEmpty()) {
      boolean tenants = shared.containsKey(question);
      addAnswer(question, "string " + String.join(" ", words), origin(tenants));
    }
  }

  /** The tenant's command runs in a shell of its own, so that it cannot end the lender's. */
  private void addCommand(String question, String lenders, boolean lenderFirst) {
    String asked = unwrapped(shared.getOrDefault(question, ""), lenders, lenderFirst);
    String own = asked.isEmpty() ? "" : OPEN + asked.replace("'", "'\\''") + "'";
    if (lenders.isEmpty()) {
      own = asked;
    }
    String first = lenderFirst ? lenders : own;
    String second = lenderFirst ? own : lenders;
    String both = first.isEmpty() || second.isEmpty() ? first + second : first + "; " + second;
    if (!both.isEmpty()) {
      addAnswer(question, "string " + both, origin(!own.isEmpty()));
    }
  }

  /** What the tenant asked for, when the command was merged before. */
  private static String unwrapped(String value, String lenders, boolean lenderFirst) {
    if (lenders.isEmpty() || value.equals(lenders)) {
      return lenders.isEmpty() ? value : "";
    }
    String head = lenderFirst ? lenders + "; " + OPEN : OPEN;
    String tail = lenderFirst ? "'" : "'; " + lenders;
    if (value.startsWith(head)
        && value.endsWith(tail)
        && value.length() >= head.length() + tail.length()) {
      String inside = value.substring(head.length(), value.length() - tail.length());
      return inside.replace("'\\''", "'");
    }
    return value;
  }

  private void addAnswer(String question, String answer, Origin origin) {
    String line = "d-i " + question + " " + closed(answer.strip());
    Optional<String> old = Optional.ofNullable(replaced.get(question));
    add(line, origin, old.filter(text -> !text.equals(line)));
  }

  private void add(String line, Origin origin, Optional<String> old) {
    entries.add(new Entry(line, "\n", origin, old));
  }

  private static Entry tenant(SourceLine line) {
    return new Entry(plain(line.text()), line.end(), Origin.TENANT, Optional.empty());
  }

  /** Without the carriage returns before the end, which the installer does not see. */
  private static String plain(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\r') {
      end--;
    }
    return text.substring(0, end);
  }

  /** Without what would continue the line: then it could draw the next one into itself. */
  private static String closed(String answer) {
    int end = answer.length();
    while (end > 0 && (answer.charAt(end - 1) == '\\' || answer.charAt(end - 1) == ' ')) {
      end--;
    }
    return answer.substring(0, end);
  }

  private void endLine() {
    int last = entries.size() - 1;
    if (last >= 0 && entries.get(last).end().isEmpty()) {
      Entry entry = entries.get(last);
      entries.set(last, new Entry(entry.text(), "\n", entry.origin(), entry.replaced()));
    }
  }
}
