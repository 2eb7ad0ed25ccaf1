package org.yuzuri.settings.lint.transfer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.arguments.Occurrence;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.facts.Addresses;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.syntax.Word;

/** KS30x and KS404: where the installer reads from. */
public final class TransferLint {

  /** Options that say where to fetch from. */
  public static final Set<String> PLACES =
      Set.of("url", "baseurl", "mirrorlist", "metalink", "proxy", "server", "updates", "source");

  private static final List<String> OWN_FILES = List.of("/tmp/", "/run/", "/mnt/sysimage/tmp/");

  private TransferLint() {}

  /** Judges where the installer would fetch from. */
  public static void check(Commands commands, Optional<Facts> facts, List<Finding> findings) {
    for (ParsedCommand command : commands) {
      if (command.title().equals("%include")) {
        include(command, facts, findings);
      }
      if (command.title().equals("bootloader")) {
        facts.ifPresent(known -> kernelArguments(command, known, findings));
      }
      if (command.title().equals("rhsm") && !command.arguments().hasText("proxy")) {
        subscription(command, facts, findings);
      }
      for (Occurrence use : command.arguments().occurrences()) {
        if (PLACES.contains(use.option().destination())) {
          place(command, use.word(), use.value(), facts, findings);
        }
      }
    }
  }

  /** A system that waits at its start for a disk that is not there. */
  private static void kernelArguments(ParsedCommand command, Facts known, List<Finding> findings) {
    String disks = String.join(",", known.touchableDisks().stream().map(d -> d.name()).toList());
    ScriptLint.strangeDisk(command.arguments().text("appendLine"), known)
        .ifPresent(
            disk ->
                findings.add(
                    command.finding(
                        FindingCode.NO_SUCH_DISK,
                        Severity.WARNING,
                        command.arguments().wordOf("appendLine"),
                        disk,
                        disks)));
  }

  /**
   * The servers of a subscription are not in the tenant's network; a proxy there may reach them.
   */
  private static void subscription(
      ParsedCommand command, Optional<Facts> facts, List<Finding> findings) {
    facts
        .flatMap(Facts::tenantRange)
        .ifPresent(
            range ->
                findings.add(
                    command.finding(FindingCode.OUTSIDE_TENANT_NETWORK, Severity.WARNING, range)));
  }

  private static void place(
      ParsedCommand command,
      Word word,
      String value,
      Optional<Facts> facts,
      List<Finding> findings) {
    if (value.regionMatches(true, 0, "file:", 0, "file:".length())) {
      findings.add(command.finding(FindingCode.LOCAL_FILE, Severity.WARNING, word, value));
    }
    Optional<String> range = facts.flatMap(Facts::tenantRange);
    String host = Hosts.of(value);
    if (range.isPresent() && Addresses.isAddress(host)) {
      if (!Addresses.contains(range.get(), host)) {
        findings.add(
            command.finding(
                FindingCode.OUTSIDE_TENANT_NETWORK, Severity.ERROR, word, value, range.get()));
      }
    }
  }

  private static void include(
      ParsedCommand command, Optional<Facts> facts, List<Finding> findings) {
    for (Word word : command.arguments().extras()) {
      String file = word.text();
      if (file.contains("://")) {
        place(command, word, file, facts, findings);
      } else if (OWN_FILES.stream().noneMatch(file::startsWith) || file.contains("/../")) {
        boolean grave = facts.isPresent() && file.startsWith("/yuzuri");
        Severity severity = grave ? Severity.ERROR : Severity.WARNING;
        findings.add(command.finding(FindingCode.LOCAL_FILE, severity, word, file));
      }
      return;
    }
  }
}
