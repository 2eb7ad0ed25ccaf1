package org.yuzuri.settings.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yuzuri.settings.arguments.ArgumentParser;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.facts.TransferHooks;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.plan.Origin;
import org.yuzuri.settings.release.CommandSpec;
import org.yuzuri.settings.release.CommandTable;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.syntax.KickstartTree;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.PreseedCommand;
import org.yuzuri.settings.syntax.SourceLine;

/** One merge of a kickstart with a server's facts. */
public final class KickstartMerge {

  private static final Set<String> IMAGES =
      Set.of("liveimg", "ostreesetup", "ostreecontainer", "bootc");

  private final boolean kickseed;
  private final CommandTable table;
  private final KickstartTree tree;
  private final Facts facts;
  private final LenderLines lender;
  private final List<Finding> findings = new ArrayList<>();
  private final SharedCommands shared;
  private final IdentityHashMap<Node.Command, Arguments> parsed = new IdentityHashMap<>();
  private final Map<String, List<String>> replaced = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final KickseedAnswers answers;
  private final TimeSource timeSource;
  private Optional<SourceLine> hostname = Optional.empty();
  private String hostnameText;
  private boolean bootloaderSeen;
  private boolean includes;

  private KickstartMerge(Release release, KickstartTree tree, Facts facts) {
    this.kickseed = release.dialect() == Dialect.KICKSEED;
    this.table = CommandTable.of(release);
    this.facts = facts;
    this.lender = new LenderLines(release, facts);
    this.answers = new KickseedAnswers(facts);
    this.timeSource = new TimeSource(table, facts);
    this.tree = lender.sectionsEnd() ? tree : tree.withoutUnknownSections();
    this.shared = new SharedCommands(release, facts, findings);
    this.hostnameText = facts.hostname();
  }

  /**
   * Merges a text with the facts of a server.
   *
   * @param commands commands of the text that were taken apart before; others are here
   */
  public static Merged merge(Release release, KickstartTree tree, Commands commands, Facts facts) {
    KickstartMerge merge = new KickstartMerge(release, tree, facts);
    for (ParsedCommand known : commands) {
      merge.parsed.put(known.command(), known.arguments());
    }
    merge.run();
    return new Merged(merge.entries, merge.findings);
  }

  private void run() {
    boolean commandsFirst = !lender.sectionsEnd();
    if (!commandsFirst) {
      facts.hooks().ifPresent(this::addPre);
    }
    List<Node> nodes = tree.nodes();
    int commandsEnd = commandsFirst ? firstSection(nodes) : nodes.size();
    int defaults = entries.size();
    for (Node node : nodes.subList(0, commandsEnd)) {
      merge(node);
    }
    nodes.subList(commandsEnd, nodes.size()).forEach(this::collectLate);
    addDefaults(!commandsFirst && includes ? defaults : entries.size(), !commandsFirst);
    addCommands();
    if (commandsFirst) {
      facts.hooks().ifPresent(this::addPre);
    }
    nodes.subList(commandsEnd, nodes.size()).forEach(this::merge);
    if (commandsFirst) {
      addPackages();
    }
    facts.hooks().ifPresent(this::addPostAndOnError);
  }

  /**
   * What the lender adds where the tenant says nothing. Before everything of the tenant's when an
   * include may say it: what comes later counts, and must be the tenant's.
   */
  private void addDefaults(int place, boolean packagesToo) {
    List<Entry> rest = new ArrayList<>(entries.subList(place, entries.size()));
    entries.subList(place, entries.size()).clear();
    addBootloader();
    timeSource.line().ifPresent(this::add);
    if (packagesToo) {
      addPackages();
    }
    entries.addAll(rest);
  }

  private void addPackages() {
    if (facts.hooks().isPresent() && !listsPackages() && !installsImage()) {
      lender.packages().forEach(line -> entries.add(Entry.lender(line)));
    }
  }

  private boolean listsPackages() {
    for (Node node : tree.nodes()) {
      if (node instanceof Node.Section section && section.name().equals("%packages")) {
        return true;
      }
    }
    return false;
  }

  private static int firstSection(List<Node> nodes) {
    int at = 0;
    while (at < nodes.size() && !(nodes.get(at) instanceof Node.Section)) {
      at++;
    }
    return at;
  }

  /** In releases whose sections have no end, nothing but sections comes late. */
  private void collectLate(Node node) {
    if (node instanceof Node.Command command && table.find(command.name()).isPresent()) {
      bootloaderSeen |= command.name().equals("bootloader");
    }
  }

  private void merge(Node node) {
    if (node instanceof Node.Section section) {
      mergeSection(section);
    } else if (node instanceof Node.Command command) {
      mergeCommand(command);
    } else if (node instanceof Node.Remark remark && !isLenders(remark.line().text())) {
      entries.add(Entry.tenant(remark.line()));
    }
  }

  private static boolean isLenders(String text) {
    String remark = text.strip();
    return remark.equals(LenderLines.BEFORE_COMMANDS) || remark.equals(LenderLines.BEFORE_HOOKS);
  }

  private void mergeCommand(Node.Command command) {
    if (command.name().equals("%include")) {
      includes = true;
      findings.add(
          finding(FindingCode.INCLUDE_NOT_SEEN, Severity.INFO, command, command.line().text()));
    }
    if (kickseed && answers.takeIn(command)) {
      return;
    }
    if (kickseed && answersLendersQuestion(command)) {
      findings.add(finding(FindingCode.GIVES_WAY, Severity.INFO, command, command.line().text()));
      forbid(command);
      return;
    }
    Optional<CommandSpec> spec = table.find(command.name());
    String title = spec.map(CommandSpec::title).orElse(command.name());
    switch (spec.isEmpty() ? Ownership.ofUnknown(title) : Ownership.of(title)) {
      case LENDER -> giveWay(command, title, spec.orElseThrow());
      case BOTH -> {
        bootloaderSeen |= title.equals("bootloader");
        entries.add(mergeShared(command.withoutContinuation(), command.line(), spec.orElseThrow()));
      }
      case FORBIDDEN -> forbid(command);
      case TENANT -> {
        spec.ifPresent(known -> timeSource.see(title, () -> arguments(command, known)));
        entries.add(Entry.tenant(command.line()));
      }
    }
  }

  private static boolean answersLendersQuestion(Node.Command command) {
    return command.name().equals(PreseedCommand.NAME)
        && LenderQuestions.owns(PreseedCommand.of(command.words()).question());
  }

  private Entry mergeShared(Node.Command command, SourceLine asked, CommandSpec spec) {
    boolean readable = !command.words().isEmpty();
    return readable ? Entry.both(merged(command, spec), asked) : Entry.tenant(asked);
  }

  private String merged(Node.Command command, CommandSpec spec) {
    return shared.merge(command, spec.title(), arguments(command, spec));
  }

  private Arguments arguments(Node.Command command, CommandSpec spec) {
    Arguments known = parsed.get(command);
    return known != null ? known : ArgumentParser.parse(spec, command.words());
  }

  private void giveWay(Node.Command command, String title, CommandSpec spec) {
    String text = command.line().text();
    replaced.computeIfAbsent(title, key -> new ArrayList<>()).add(text);
    switch (title) {
      case "network" -> {
        keepHostname(command, arguments(command, spec));
        if (!lender.network().contains(text)) {
          findings.add(finding(FindingCode.NETWORK_GIVES_WAY, Severity.INFO, command, text));
        }
      }
      default -> {
        boolean lenders = lender.ignoredisk().contains(text) || isPlainEnd(command, title);
        if (!lenders) {
          findings.add(finding(FindingCode.GIVES_WAY, Severity.INFO, command, text));
        }
      }
    }
  }

  /** Ends without options, which the lender's reboot stands for without a loss. */
  private static boolean isPlainEnd(Node.Command command, String title) {
    return title.equals("reboot") && command.words().size() == 1;
  }

  /** Leaves the line out; the plan's own comment keeps its place. */
  private void forbid(Node.Command command) {
    entries.add(Entry.leftOut(command.line().text()));
  }

  private void keepHostname(Node.Command command, Arguments arguments) {
    String name = arguments.text("hostname");
    if (Hostnames.isValid(name)) {
      hostname = Optional.of(command.line());
      hostnameText = name;
    } else if (!name.isEmpty()) {
      Finding found = finding(FindingCode.HOST_NAME_NOT_TAKEN, Severity.WARNING, command, name);
      findings.add(found.withDetails(facts.hostname()));
    }
  }

  private Finding finding(FindingCode code, Severity severity, Node.Command command, String found) {
    int column = command.words().isEmpty() ? 1 : command.words().get(0).column();
    return new Finding(code, severity, command.line().number(), column, found);
  }

  private void mergeSection(Node.Section section) {
    if (isLenders(section)) {
      return;
    }
    if (!KickstartTree.SECTIONS.contains(section.name())) {
      entries.add(Entry.leftOut(section.header().text()));
      return;
    }
    entries.add(header(section));
    for (SourceLine line : section.body()) {
      entries.add(Entry.tenant(line));
    }
    section.end().map(Entry::tenant).ifPresent(entries::add);
    if (section.end().isEmpty() && lender.sectionsEnd()) {
      entries.add(Entry.lender("%end"));
    }
  }

  /** The header, written so that it also ends a section above that has no end of its own. */
  private static Entry header(Node.Section section) {
    SourceLine line = section.header();
    if (KickstartTree.startsSection(line)) {
      return Entry.tenant(line);
    }
    String rest = line.text().substring(section.words().get(0).end());
    return Entry.both((section.name() + " " + rest).stripTrailing(), line);
  }

  /**
   * Whether the section is the lender's own, from an earlier merge. One that begins like it and
   * goes on is the tenant's: its rest must not come to stand in the lender's.
   */
  private boolean isLenders(Node.Section section) {
    boolean maybe =
        facts.hooks().isPresent()
            && !section.body().isEmpty()
            && section.body().get(0).text().startsWith(LenderLines.HOOK);
    if (!maybe) {
      return false;
    }
    List<String> lines = section.lines().stream().map(SourceLine::text).toList();
    TransferHooks hooks = facts.hooks().get();
    return Stream.of(
            lender.pre(hooks), lender.lastPre(hooks), lender.post(hooks), lender.onError(hooks))
        .anyMatch(own -> !own.isEmpty() && isOwn(lines, own));
  }

  /** Where sections have no end, blank lines before the next one belong to the section above. */
  private boolean isOwn(List<String> lines, List<String> own) {
    if (lines.size() < own.size() || !lines.subList(0, own.size()).equals(own)) {
      return false;
    }
    List<String> rest = lines.subList(own.size(), lines.size());
    return lender.sectionsEnd() ? rest.isEmpty() : rest.stream().allMatch(String::isBlank);
  }

  private void addPre(TransferHooks hooks) {
    add(LenderLines.BEFORE_HOOKS);
    lender.pre(hooks).forEach(this::add);
  }

  private void addPostAndOnError(TransferHooks hooks) {
    if (lender.sectionsEnd()) {
      // Before a section that does not end, a remark would belong to the section above.
      add(LenderLines.BEFORE_HOOKS);
    }
    lender.lastPre(hooks).forEach(this::add);
    lender.onError(hooks).forEach(this::add);
    lender.post(hooks).forEach(this::add);
  }

  private void addBootloader() {
    if (!bootloaderSeen) {
      shared.defaultBootloader().ifPresent(this::add);
    }
  }

  private void addCommands() {
    add(LenderLines.BEFORE_COMMANDS);
    addReplacing("network", lender.network());
    addHostname();
    addReplacing("ignoredisk", lender.ignoredisk());
    if (kickseed) {
      entries.addAll(answers.entries());
    }
    addReplacing("reboot", lender.reboot());
  }

  private void addHostname() {
    String line = "network --hostname=" + hostnameText;
    Origin origin = hostname.isPresent() ? Origin.BOTH : Origin.LENDER;
    entries.add(new Entry(line, "\n", origin, hostname.map(SourceLine::text)));
  }

  private void addReplacing(String title, List<String> lines) {
    Optional<String> old =
        Optional.ofNullable(replaced.get(title)).map(texts -> String.join("\n", texts));
    for (String line : lines) {
      entries.add(Entry.lender(line, old.filter(text -> !text.equals(line))));
    }
  }

  private void add(String line) {
    entries.add(Entry.lender(line));
  }

  private boolean installsImage() {
    for (Node node : tree.nodes()) {
      if (node instanceof Node.Command command && IMAGES.contains(command.name())) {
        return true;
      }
    }
    return false;
  }
}
