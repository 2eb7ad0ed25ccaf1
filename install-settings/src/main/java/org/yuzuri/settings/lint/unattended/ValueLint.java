package org.yuzuri.settings.lint.unattended;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.arguments.Occurrence;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.syntax.Templates;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.Release;

/**
 * KS209: values that the parser takes and the installer cannot use: places to fetch from, hosts,
 * file systems, names of accounts, time zones. Our own installer's are judged by {@link
 * InstallerLint}; kickseed passes most lines on to Debian's installer, which asks.
 */
public final class ValueLint {

  /** Since then Anaconda is written on blivet, whose limits these are. */
  private static final String BLIVET = "F18";

  private static final Map<String, Map<String, ValueKind>> PLACES =
      Map.of(
          "url",
              Map.of(
                  "url", ValueKind.TREE,
                  "mirrorlist", ValueKind.TREE,
                  "metalink", ValueKind.TREE,
                  "proxy", ValueKind.PROXY),
          "repo",
              Map.of(
                  "baseurl", ValueKind.REPOSITORY,
                  "mirrorlist", ValueKind.REPOSITORY,
                  "metalink", ValueKind.REPOSITORY,
                  "proxy", ValueKind.PROXY),
          "liveimg", Map.of("url", ValueKind.TREE, "proxy", ValueKind.PROXY),
          "nfs", Map.of("server", ValueKind.SERVER),
          "driverdisk", Map.of("source", ValueKind.EXTRA_FILE),
          "updates", Map.of("updates", ValueKind.EXTRA_FILE, "url", ValueKind.EXTRA_FILE),
          "iscsi", Map.of("ipaddr", ValueKind.SERVER),
          "logging", Map.of("host", ValueKind.HELPER),
          "timesource", Map.of("ntp_server", ValueKind.HELPER, "ntp_pool", ValueKind.HELPER),
          "rhsm",
              Map.of(
                  "server_hostname", ValueKind.SERVER,
                  "rhsm_baseurl", ValueKind.WEB_PLACE,
                  "proxy", ValueKind.PROXY));

  private static final Map<String, Map<String, ValueKind>> OTHERS =
      Map.of(
          "partition", Map.of("fstype", ValueKind.FILE_SYSTEM),
          "raid", Map.of("fstype", ValueKind.FILE_SYSTEM, "mntpoint", ValueKind.MOUNT_POINT),
          "logvol", Map.of("fstype", ValueKind.FILE_SYSTEM, "mntpoint", ValueKind.MOUNT_POINT),
          "clearpart", Map.of("disklabel", ValueKind.DISK_LABEL),
          "user", Map.of("name", ValueKind.ACCOUNT),
          "group", Map.of("name", ValueKind.ACCOUNT),
          "timezone", Map.of("timezone", ValueKind.TIME_ZONE),
          "lang", Map.of("lang", ValueKind.LANGUAGE));

  private final boolean serverKnown;
  private final List<Finding> findings;

  private ValueLint(boolean serverKnown, List<Finding> findings) {
    this.serverKnown = serverKnown;
    this.findings = findings;
  }

  /** Looks at each value that has to be of some kind. */
  public static void check(
      Release release, Commands commands, boolean serverKnown, List<Finding> findings) {
    if (release.dialect() != Dialect.KICKSTART) {
      return;
    }
    ValueLint lint = new ValueLint(serverKnown, findings);
    boolean onBlivet = release.isSince(BLIVET);
    for (ParsedCommand command : commands) {
      lint.values(command, PLACES);
      if (onBlivet) {
        lint.values(command, OTHERS);
      }
    }
    if (onBlivet) {
      lint.keys(commands);
    }
  }

  private void values(ParsedCommand command, Map<String, Map<String, ValueKind>> kinds) {
    Map<String, ValueKind> byOption = kinds.get(command.title());
    if (byOption == null) {
      return;
    }
    for (Occurrence use : command.arguments().occurrences()) {
      ValueKind kind = byOption.get(use.option().destination());
      if (kind != null && !use.values().isEmpty()) {
        value(command, use, kind);
      }
    }
  }

  private void value(ParsedCommand command, Occurrence use, ValueKind kind) {
    String value = use.value();
    boolean told =
        kind.fits(value)
            // What is empty is left out, and the parser's rules say where that may not be.
            || value.isEmpty()
            || Templates.areIn(command);
    if (!told) {
      Severity severity = kind.stops() && serverKnown ? Severity.ERROR : Severity.WARNING;
      String option = use.option().isPositional() ? command.title() : use.option().name();
      findings.add(
          command.finding(
              FindingCode.UNUSABLE_VALUE,
              severity,
              use.word(),
              value,
              option,
              kind.expected(),
              kind.meant(value)));
    }
  }

  /**
   * Keys of accounts that nobody makes: Anaconda stops at them when all packages are installed. One
   * of the packages may make the account.
   */
  private void keys(Commands commands) {
    if (!commands.has("sshkey") || commands.has("%include")) {
      return;
    }
    Set<String> accounts = new HashSet<>(Set.of("root"));
    for (ParsedCommand command : commands.of("user")) {
      accounts.add(command.arguments().text("name"));
    }
    for (ParsedCommand command : commands.of("sshkey")) {
      Optional.of(command.arguments().text("username"))
          .filter(name -> !name.isEmpty() && !accounts.contains(name))
          .ifPresent(
              name ->
                  findings.add(
                      command.finding(
                          FindingCode.UNUSABLE_VALUE,
                          Severity.WARNING,
                          command.arguments().wordOf("username"),
                          name,
                          "--username",
                          "user --name=" + name)));
    }
  }
}
