package org.yuzuri.settings.lint.unattended;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.facts.Addresses;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.transfer.Hosts;
import org.yuzuri.settings.release.Dialect;
import org.yuzuri.settings.release.HonouredTable;
import org.yuzuri.settings.release.Release;
import org.yuzuri.settings.syntax.KickstartTree;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.PythonText;
import org.yuzuri.settings.syntax.SourceLine;
import org.yuzuri.settings.syntax.Word;

/**
 * What our boot image "Debian by kickstart" refuses although pykickstart takes it.
 *
 * <p>The same rules as its {@code honoured.py}, {@code reading.py}, {@code payload.check} and
 * {@code system.check}; a test runs one corpus through both.
 */
public final class InstallerLint {

  private static final Set<String> REFUSED_SECTIONS = Set.of("%addon", "%anaconda", "%certificate");
  private static final Set<String> GROUPS = Set.of("core", "base");
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
  private static final Pattern HOST_NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
  private static final Pattern MAC = Pattern.compile("([0-9a-f]{2}:){5}[0-9a-f]{2}");
  private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9._-]{1,15}");
  private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*");
  private static final Pattern SUITE = Pattern.compile("[A-Za-z0-9._/-]+");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern UNWRITABLE = Pattern.compile(".*[\"'`$\\\\{};\n].*", Pattern.DOTALL);

  private final Release release;
  private final Commands commands;
  private final List<Finding> findings;

  private InstallerLint(Release release, Commands commands, List<Finding> findings) {
    this.release = release;
    this.commands = commands;
    this.findings = findings;
  }

  /**
   * Adds what it refuses; nothing for other installers.
   *
   * @param serverKnown then the tenant's network lines give way and are not judged
   */
  public static void check(
      Release release,
      KickstartTree tree,
      Commands commands,
      boolean serverKnown,
      List<Finding> findings) {
    if (release.dialect() != Dialect.KICKSTART_INSTALLER) {
      return;
    }
    InstallerLint lint = new InstallerLint(release, commands, findings);
    commands.forEach(command -> lint.command(command, serverKnown));
    lint.source();
    tree.nodes().forEach(lint::node);
  }

  private void command(ParsedCommand command, boolean serverKnown) {
    Node.Command line = command.command();
    if (line.name().equals("%include")) {
      include(command);
    }
    if (line.name().startsWith("%")) {
      return;
    }
    Optional<Set<String>> options = HonouredTable.options(line.name());
    if (options.isEmpty()) {
      refuse(command, line.words().get(0), FindingCode.NOT_HONOURED, release.title());
      return;
    }
    for (int i = 1; i < line.words().size(); i++) {
      if (line.words().get(i).text().startsWith("--")) {
        option(command, i, options.get());
      }
    }
    if (!serverKnown || !line.name().equals("network")) {
      values(command);
    }
  }

  private void include(ParsedCommand command) {
    command.arguments().extras().stream()
        .limit(1)
        .filter(word -> word.text().contains("://"))
        .forEach(word -> refuse(command, word, FindingCode.NOT_HONOURED, release.title()));
  }

  private void option(ParsedCommand command, int at, Set<String> options) {
    List<Word> words = command.command().words();
    Word word = words.get(at);
    int equals = word.text().indexOf('=');
    String option = equals < 0 ? word.text() : word.text().substring(0, equals);
    if (!options.contains(option)) {
      refuse(command, word, FindingCode.NOT_HONOURED, release.title());
      return;
    }
    List<String> accepted = HonouredTable.values(command.command().name(), option);
    String next = at + 1 < words.size() ? words.get(at + 1).text() : "";
    String value = equals < 0 ? next : word.text().substring(equals + 1);
    if (!accepted.isEmpty() && !accepted.contains(value)) {
      unfit(command, word, value, option, String.join(", ", accepted));
    }
  }

  private void values(ParsedCommand command) {
    Arguments arguments = command.arguments();
    switch (command.title()) {
      case "network" -> network(command);
      case "user", "group" ->
          fits(command, "name", n -> NAME.matcher(n).matches(), true, "a-z 0-9 _ -");
      case "sshkey" -> {
        String key = arguments.text("sshkey");
        if (key.indexOf('\n') >= 0 || PythonText.strip(key).split("\\s+", -1).length < 2) {
          unfit(command, arguments.wordOf("sshkey"), key, "sshkey", "ssh-ed25519 AAAA…");
        }
      }
      case "timezone" ->
          fits(command, "timezone", z -> ZONE.matcher(z).matches(), false, "Asia/Tokyo");
      case "partition" -> partition(command);
      case "repo" -> {
        if (!arguments.hasText("baseurl")) {
          refuse(command, arguments.command(), FindingCode.MISSING_OPTION, "--baseurl");
        } else {
          repository(command, "baseurl");
        }
      }
      case "bootloader" -> {
        String append = arguments.text("appendLine");
        if (UNWRITABLE.matcher(append).matches()) {
          Word word = arguments.wordOf("appendLine");
          findings.add(command.finding(FindingCode.KERNEL_ARGUMENT, Severity.ERROR, word, append));
        }
      }
      default -> {}
    }
  }

  private void partition(ParsedCommand command) {
    Arguments arguments = command.arguments();
    fits(
        command,
        "mntpoint",
        place -> place.startsWith("/") || place.equals("swap") || place.equals("biosboot"),
        true,
        "/…, swap, biosboot");
    if (arguments.number("size") <= 0 && !arguments.has("recommended")) {
      refuse(command, arguments.command(), FindingCode.MISSING_OPTION, "--size");
    }
  }

  private void network(ParsedCommand command) {
    Arguments arguments = command.arguments();
    fits(command, "hostname", n -> HOST_NAME.matcher(n).matches(), false, "web1.example.org");
    if (arguments.text("bootProto").equals("static")) {
      if (arguments.hasText("ip")) {
        fits(command, "ip", Addresses::isAddress, true, "192.0.2.17");
        fits(command, "netmask", Addresses::isAddress, true, "255.255.255.0");
        fits(command, "gateway", Addresses::isAddress, false, "192.0.2.1");
      } else {
        refuse(command, arguments.command(), FindingCode.MISSING_OPTION, "--ip");
      }
    }
    fits(
        command,
        "device",
        d -> MAC.matcher(d.toLowerCase(Locale.ROOT)).matches() || DEVICE.matcher(d).matches(),
        false,
        "eth0, 52:54:00:12:34:56");
  }

  /** Exactly one source, and one that can be used. */
  private void source() {
    Optional<ParsedCommand> url = last("url", "url");
    Optional<ParsedCommand> image = last("liveimg", "url");
    if (url.isPresent() == image.isPresent()) {
      if (url.isEmpty()) {
        findings.add(
            new Finding(FindingCode.NO_SOURCE, Severity.ERROR, 0, 0, "url", "url, liveimg"));
      } else {
        ParsedCommand command = image.orElseThrow();
        Word word = command.arguments().command();
        refuse(command, word, FindingCode.CONTRADICTING_COMMANDS, "url");
      }
    }
    url.ifPresent(command -> repository(command, "url"));
    image.ifPresent(
        command -> fits(command, "url", InstallerLint::isWebAddress, true, "http://…, https://…"));
    if (image.isPresent()) {
      last("liveimg", "checksum")
          .ifPresent(
              command ->
                  fits(command, "checksum", c -> SHA256.matcher(c).matches(), true, "SHA-256"));
    }
  }

  private Optional<ParsedCommand> last(String title, String destination) {
    return commands.of(title).stream()
        .filter(c -> c.arguments().has(destination))
        .reduce((first, second) -> second)
        .filter(command -> command.arguments().hasText(destination));
  }

  private void repository(ParsedCommand command, String destination) {
    fits(
        command,
        destination,
        InstallerLint::isRepository,
        true,
        "http://…/debian, http://…/debian/dists/SUITE");
  }

  private static boolean isRepository(String address) {
    String end = address.replaceFirst("/+$", "");
    int suite = end.indexOf("/dists/");
    String name = suite < 0 ? "" : end.substring(suite + "/dists/".length());
    return isWebAddress(address) && (name.isEmpty() || SUITE.matcher(name).matches());
  }

  /** Source: Python, {@code urllib.parse.urlsplit}. */
  private static boolean isWebAddress(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    boolean web = lower.startsWith("http://") || lower.startsWith("https://");
    boolean plain = address.chars().allMatch(c -> c > ' ' && !PythonText.isSpace((char) c));
    return web && plain && !Hosts.of(address).isEmpty();
  }

  private void node(Node node) {
    if (!(node instanceof Node.Section section) || section.words().isEmpty()) {
      return;
    }
    if (REFUSED_SECTIONS.contains(section.name())) {
      section(section.header(), section.name());
    } else if (section.name().equals("%packages")) {
      packages(section);
    }
  }

  private void packages(Node.Section section) {
    for (Word word : section.words()) {
      String option = word.text().replaceFirst("=.*", "");
      boolean refused =
          Set.of("--ignoremissing", "--inst-langs", "--instLangs", "--multilib").contains(option);
      if (refused) {
        section(section.header(), word.text());
      }
    }
    boolean image = last("liveimg", "url").isPresent();
    for (SourceLine line : section.body()) {
      if (line.isBlankOrComment() || KickstartTree.leadingTag(line).equals("%include")) {
        continue;
      }
      int comment = line.text().indexOf('#');
      String text = comment < 0 ? line.text() : line.text().substring(0, comment);
      packageLine(line, PythonText.strip(text), image);
    }
  }

  private void packageLine(SourceLine line, String text, boolean image) {
    String plain = text.startsWith("-") ? text.substring(1) : text;
    boolean environment = plain.startsWith("@^");
    boolean group = plain.startsWith("@") && !environment;
    String name = group ? PythonText.firstWord(plain.substring(1)) : "";
    if (environment || (group && !GROUPS.contains(name)) || (image && !group && !text.isEmpty())) {
      section(line, text);
    }
  }

  private void section(SourceLine line, String text) {
    findings.add(
        new Finding(
            FindingCode.NOT_HONOURED, Severity.ERROR, line.number(), 1, text, release.title()));
  }

  private void fits(
      ParsedCommand command,
      String destination,
      Predicate<String> rule,
      boolean required,
      String expected) {
    String value = command.arguments().text(destination);
    boolean asked = required ? command.arguments().has(destination) : !value.isEmpty();
    if (asked && !rule.test(value)) {
      Word word = command.arguments().wordOf(destination);
      unfit(command, word, value, "--" + destination, expected);
    }
  }

  private void unfit(
      ParsedCommand command, Word word, String value, String option, String expected) {
    findings.add(
        command.finding(FindingCode.UNFIT_VALUE, Severity.ERROR, word, value, option, expected));
  }

  private void refuse(ParsedCommand command, Word word, FindingCode code, String... details) {
    findings.add(command.finding(code, Severity.ERROR, word, word.text(), details));
  }
}
