package org.yuzuri.settings.lint.syntax;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yuzuri.settings.arguments.Commands;
import org.yuzuri.settings.arguments.ParsedCommand;
import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.lint.transfer.TransferLint;
import org.yuzuri.settings.syntax.KickstartTree;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.PythonText;
import org.yuzuri.settings.syntax.Signs;
import org.yuzuri.settings.syntax.SourceLine;
import org.yuzuri.settings.syntax.Word;

/**
 * KS124: what a template engine should have replaced.
 *
 * <p>Source: manuals of Cobbler (Cheetah), Foreman (ERB), Jinja, Terraform ({@code templatefile}),
 * Packer and envsubst.
 */
public final class Templates {

  private static final int LONGEST = 4096;

  /** The order decides where several fit. */
  private static final Map<String, Pattern> TOOLS = new LinkedHashMap<>();

  /** What the words that an example leaves to its reader begin with. */
  private static final List<String> EXAMPLES =
      List.of("REPLACE", "CHANGE", "FILL", "FIX", "EDIT", "INSERT", "ENTER", "YOUR");

  /** The characters that one of the patterns may begin with. */
  private static final int STARTS = Signs.of("${%<_@#SxRCFEIY");

  /** Those that one begins with which no script means, but for remarks and {@code xCAT}. */
  private static final int STARTS_IN_SCRIPTS = Signs.of("{%<@S[");

  /** Tools whose leftovers a script may well mean. */
  private static final Set<String> MEANT_IN_SCRIPTS = Set.of("sed", "Ruby", "Python");

  /** What shells and programs in a script write themselves, too. */
  private static final Pattern PLAIN_IN_SCRIPTS = Pattern.compile("\\{\\{|\\$|%[A-Z]|__");

  /** Variables of yum and dnf, and the salts of hashes. */
  private static final Pattern OWN =
      Pattern.compile(
          "\\$\\{?(?:releasever(?:_major|_minor)?|basearch|arch|stream|contentdir|infra|uuid"
              + "|YUM\\d|DNF_VAR_\\w+)\\b\\}?|\\$(?:[0-9][a-z]?|y|gy|7|2[abxy]|md5|sha1)\\$\\S*");

  /** Source: Debian installer, partman-auto-recipe.txt. */
  private static final Pattern RECIPE =
      Pattern.compile(
          "\\$(?:primary|bootable|lvmok|iflabel|reusemethod|defaultignore|lvmignore|raidignore"
              + "|default_filesystem)\\{[^}]{0,64}\\}");

  private static final Pattern CHEETAH_REMARK =
      Pattern.compile(
          "\\s*#\\s?(?:if|elif|unless|for|set|silent|include|import|raw|slurp)\\s+.*[$(].*"
              + "|\\s*#\\s?end (?:if|for|raw|unless)\\s*#?|\\s*#raw\\s*");

  static {
    tool("Foreman ERB", "<%.{0,400}%>|<%[-=#]?\\s*(?:\\w|$)|-?%>\\s*$");
    tool(
        "Packer",
        "\\{\\{-?\\s*(?:\\.|`|(?:user|build|env)\\s*`|(?:template_dir|isotime|timestamp)\\b)"
            + "(?:.{0,400}\\}\\})?");
    tool("Jinja", "\\{[%{#].{0,400}[%}#]\\}|\\{%[-+]?\\s*(?:\\w|$)|%\\}\\s*$|\\{\\{\\s*$");
    tool(
        "Terraform",
        "%\\{~?\\s*(?:if|for|else|end)[^}]{0,200}\\}?|\\$\\{\\s{0,4}[a-z][^}]{0,200}\\}|\\$\\{\\w+[.\\[(][^}]{0,200}\\}");
    tool(
        "Cobbler",
        "@@\\w+@@|\\$?SNIPPET(?:\\(|::)|\\$\\{?(?:tree|mirror|getVar|kickstart_(?:start|done)"
            + "|autoinstall_\\w+|yum_\\w+_stanza|default_password_crypted|http_server|server|name"
            + "|hostname|system_name|distro\\w*|profile\\w*|install_source_directory|redhat_\\w+"
            + "|url_env|snippet|network_config|[a-z]\\w*\\()");
    tool("Ruby", "#\\{\\s{0,4}[a-z@]\\w*\\s{0,4}\\}");
    tool("Python", "%\\([a-z_]\\w*\\)[sd]");
    tool("xCAT", "#(?:XCATVAR|TABLE|ENV|INCLUDE\\w*):[^#]{1,200}#|(?<!\\w)xCAT[A-Z]+x(?!\\w)");
    tool("Template Toolkit", "\\[%[-+]?\\s.{0,400}%\\]");
    tool(
        "envsubst", "\\$[A-Z_][A-Z0-9_]+\\b|\\$\\{[A-Z_][A-Z0-9_]*(?:[-:=+?%#/^,][^}]{0,200})?\\}");
    tool(
        "a template engine",
        "(?<![\\w.@])@[A-Z][A-Z0-9_]+@(?![\\w.])|\\$[a-z]\\w*\\b|\\$\\([A-Z_]\\w*\\)"
            + "|%[A-Z][A-Z0-9_]+%|(?<!\\w)__[A-Z][A-Z0-9_]*__(?!\\w)");
    // What the author of an example leaves to its reader.
    tool(
        "sed",
        "(?<![\\w-])(?:REPLACE|CHANGE|FILL|FIX|EDIT|INSERT|ENTER)[_-]?(?:ME|THIS|IT|HERE|WITH)"
            + "(?:[_-][A-Z_]+)?(?![\\w-])|(?<![\\w-])(?:YOUR|INSERT|ENTER)[_-][A-Z][A-Z_-]*(?![\\w-])"
            + "|(?<=[=\\s/'\"]|^)<[A-Za-z][A-Za-z0-9 _-]{0,60}>(?=[\\s/:'\"]|$)");
  }

  private Templates() {}

  private static void tool(String name, String pattern) {
    TOOLS.put(name, Pattern.compile(pattern));
  }

  /** A leftover: what it is, and whose. */
  record Leftover(String text, String tool) {}

  /** The first leftover of a command line or of an answer; empty when there is none. */
  static Optional<Leftover> find(String line) {
    if (line.length() > LONGEST || !mayHold(line)) {
      return Optional.empty();
    }
    String text = line.indexOf('$') < 0 ? line : OWN.matcher(line).replaceAll("");
    if (!mayHold(text)) {
      return Optional.empty();
    }
    for (Map.Entry<String, Pattern> tool : TOOLS.entrySet()) {
      Matcher found = tool.getValue().matcher(text);
      if (found.find()) {
        return Optional.of(new Leftover(found.group(), tool.getKey()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Leftover> find(SourceLine line) {
    return line.hasAny(STARTS) ? find(line.text()) : Optional.empty();
  }

  private static Optional<Leftover> find(ParsedCommand command) {
    if (!command.command().line().hasAny(STARTS)) {
      return Optional.empty();
    }
    String line = command.command().line().text();
    List<Word> words = command.command().words();
    return find(line.substring(0, Math.min(line.length(), words.get(words.size() - 1).end())));
  }

  /** Whether a command holds a leftover, which may be cut into several words. */
  public static boolean areIn(ParsedCommand command) {
    return find(command).isPresent();
  }

  /** Whether anything is there that one of the patterns begins with. */
  private static boolean mayHold(String line) {
    int length = line.length();
    for (int i = 0; i < length; i++) {
      char c = line.charAt(i);
      if ((Signs.of(c) & STARTS) != 0
          && startsOne(line, i, c, i + 1 < length ? line.charAt(i + 1) : ' ')) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsOne(String line, int at, char c, char next) {
    return switch (c) {
      case '$' -> isLetter(next) || next == '_' || next == '{' || next == '(';
      case '{' -> next == '{' || next == '%' || next == '#';
      case '<' -> next == '%' || isLetter(next);
      case '%' ->
          next == '{'
              || next == '('
              || next == '>'
              || next == '}'
              || isCapital(next)
              || (at > 0 && line.charAt(at - 1) == '[');
      case '_' -> next == '_';
      case '@' -> next == '@' || isCapital(next);
      case '#' -> next == '{' || isCapital(next);
      case 'S' -> line.startsWith("SNIPPET", at);
      case 'x' -> line.startsWith("xCAT", at);
      default -> isCapital(next) && startsExample(line, at);
    };
  }

  private static boolean startsExample(String line, int at) {
    for (int i = 0; i < EXAMPLES.size(); i++) {
      if (line.startsWith(EXAMPLES.get(i), at)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether anything is there that a script does not write itself: without, whatever is found is
   * the script's own.
   */
  private static boolean mayHoldAnothers(SourceLine line) {
    String script = line.text();
    if (line.hasAny(Signs.of('#')) && tellsByHash(script)) {
      return true;
    }
    boolean others =
        line.hasAny(STARTS_IN_SCRIPTS)
            || (line.hasAny(Signs.of('x')) && line.hasAny(Signs.of('C')));
    int last = others ? script.length() - 1 : 0;
    for (int i = 0; i < last; i++) {
      char c = script.charAt(i);
      char next = script.charAt(i + 1);
      boolean anothers =
          switch (c) {
            case '{' -> next == '%' || next == '#';
            case '%' -> next == '{';
            case '<', '[' -> next == '%';
            case '@', 'S', 'x' -> startsOne(script, i, c, next);
            default -> false;
          };
      if (anothers) {
        return true;
      }
    }
    return false;
  }

  /** Whether a capital follows a {@code #}, as in {@code #TABLE:}. */
  private static boolean tellsByHash(String script) {
    int last = script.length() - 1;
    int at = script.indexOf('#');
    while (at >= 0 && at < last) {
      if (isCapital(script.charAt(at + 1))) {
        return true;
      }
      at = script.indexOf('#', at + 1);
    }
    return false;
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLetter(char c) {
    return isCapital(c) || (c >= 'a' && c <= 'z');
  }

  /** As {@link #tool}, of a partman recipe, whose own words look like a template's. */
  public static Optional<String> toolInRecipe(String recipe) {
    return tool(RECIPE.matcher(recipe).replaceAll(""));
  }

  /** The tool that a leftover in an answer or a line is of. */
  public static Optional<String> tool(String line) {
    return find(line).map(Leftover::tool);
  }

  /**
   * What the installer takes although it is a template's: an info, and for a server a warning; an
   * error where it would stop the installation.
   */
  public static void check(
      KickstartTree tree, Commands commands, boolean serverKnown, List<Finding> findings) {
    for (ParsedCommand command : commands) {
      boolean includes =
          command.title().equals("%include") && !command.arguments().extras().isEmpty();
      if (includes
          || (!command.command().name().startsWith("%") && command.command().words().size() > 1)) {
        command(command, serverKnown, findings);
      }
    }
    for (Node node : tree.nodes()) {
      if (node instanceof Node.Remark remark) {
        remark(remark.line(), findings);
      } else if (node instanceof Node.Section section) {
        section(section, serverKnown, findings);
      }
    }
  }

  private static void command(ParsedCommand command, boolean serverKnown, List<Finding> findings) {
    String line = command.command().line().text();
    Optional<Leftover> leftover = find(command);
    if (leftover.isEmpty()) {
      return;
    }
    boolean stops =
        command.arguments().occurrences().stream()
            .anyMatch(use -> TransferLint.PLACES.contains(use.option().destination()));
    Severity known = stops ? Severity.ERROR : Severity.WARNING;
    findings.add(
        new Finding(
            FindingCode.TEMPLATE_LEFTOVER,
            serverKnown ? known : Severity.INFO,
            command.line(),
            Math.max(0, line.indexOf(leftover.get().text())) + 1,
            leftover.get().text(),
            leftover.get().tool()));
  }

  private static void remark(SourceLine line, List<Finding> findings) {
    int first = line.hasAny(Signs.of('#')) ? PythonText.firstVisible(line.text()) : 0;
    if (!line.text().startsWith("#", first)) {
      return;
    }
    if (line.text().length() <= LONGEST && CHEETAH_REMARK.matcher(line.text()).matches()) {
      findings.add(finding(line, line.text().strip(), "Cobbler", Severity.INFO));
    }
  }

  private static void section(Node.Section section, boolean serverKnown, List<Finding> findings) {
    boolean packages = section.name().equals("%packages");
    find(section.header())
        // A header that is a template's itself is no section, which is told already.
        .filter(found -> !section.header().text().strip().startsWith(found.text()))
        .ifPresent(
            found ->
                findings.add(
                    finding(
                        section.header(),
                        found.text(),
                        found.tool(),
                        serverKnown ? Severity.WARNING : Severity.INFO)));
    for (SourceLine line : section.body()) {
      Optional<Leftover> leftover =
          packages
              ? (line.isBlankOrComment() ? Optional.empty() : find(line))
              : (mayHoldAnothers(line) ? find(line) : Optional.empty());
      boolean theirs =
          leftover.isPresent()
              && (packages
                  || (!MEANT_IN_SCRIPTS.contains(leftover.get().tool())
                      && !PLAIN_IN_SCRIPTS.matcher(leftover.get().text()).lookingAt()));
      if (theirs) {
        Severity severity = packages && serverKnown ? Severity.ERROR : Severity.INFO;
        findings.add(finding(line, leftover.get().text(), leftover.get().tool(), severity));
      } else if (packages) {
        remark(line, findings);
      }
    }
  }

  private static Finding finding(SourceLine line, String found, String tool, Severity severity) {
    return new Finding(FindingCode.TEMPLATE_LEFTOVER, severity, line.number(), 1, found, tool);
  }
}
