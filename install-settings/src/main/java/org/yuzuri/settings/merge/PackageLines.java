package org.yuzuri.settings.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yuzuri.settings.Finding;
import org.yuzuri.settings.FindingCode;
import org.yuzuri.settings.Severity;
import org.yuzuri.settings.syntax.KickstartTree;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.PythonText;
import org.yuzuri.settings.syntax.SourceLine;

/**
 * Puts the packages of the production VPN at the end of the tenant's last list of packages.
 *
 * <p>A second list would not do: its header would reset the options of the first (pykickstart,
 * {@code PackageSection.handleHeader}).
 */
final class PackageLines {

  private static final String SECTION = "%packages";

  private final List<String> wanted;
  private final LenderLines lender;
  private final Optional<Node.Section> last;
  private final List<Finding> findings = new ArrayList<>();

  PackageLines(KickstartTree tree, LenderLines lender, boolean needed) {
    this.lender = lender;
    this.wanted = needed ? lender.packages() : List.of();
    Node.Section found = null;
    for (Node node : tree.nodes()) {
      if (node instanceof Node.Section section && section.name().equals(SECTION)) {
        found = section;
      }
    }
    this.last = Optional.ofNullable(found);
  }

  List<Finding> findings() {
    return findings;
  }

  /** The section's lines, with the packages when it is the last list of them. */
  List<Entry> merge(Node.Section section) {
    List<Entry> lines = new ArrayList<>();
    lines.add(Entry.tenant(section.header()));
    List<String> replaced = new ArrayList<>();
    for (SourceLine line : section.body()) {
      if (section.name().equals(SECTION) && isOurs(line)) {
        replaced.add(line.text());
      } else {
        lines.add(Entry.tenant(line));
      }
    }
    if (last.filter(section::equals).isPresent()) {
      addWanted(lines, replaced);
    }
    section.end().map(Entry::tenant).ifPresent(lines::add);
    return lines;
  }

  /** A list of its own, when the tenant has none. */
  List<Entry> section() {
    List<Entry> lines = new ArrayList<>();
    if (last.isEmpty() && !wanted.isEmpty()) {
      lines.add(Entry.lender(SECTION));
      wanted.forEach(name -> lines.add(Entry.lender(name)));
      if (lender.sectionsEnd()) {
        lines.add(Entry.lender("%end"));
      }
    }
    return lines;
  }

  private void addWanted(List<Entry> lines, List<String> replaced) {
    for (String name : wanted) {
      Optional<String> old =
          replaced.stream().filter(text -> name(text).equals("-" + name)).findFirst();
      lines.add(Entry.lender(name, old));
    }
  }

  private boolean isOurs(SourceLine line) {
    String name = name(line.text());
    if (name.startsWith("-") && wanted.contains(name.substring(1))) {
      findings.add(
          new Finding(FindingCode.EXCLUDED_VPN_PACKAGE, Severity.WARNING, line.number(), 1, name));
      return true;
    }
    return wanted.contains(name);
  }

  private static String name(String line) {
    int comment = line.indexOf('#');
    return PythonText.strip(comment < 0 ? line : line.substring(0, comment));
  }
}
