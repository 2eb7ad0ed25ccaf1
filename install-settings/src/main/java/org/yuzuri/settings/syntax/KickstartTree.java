package org.yuzuri.settings.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A kickstart, split into commands and sections; immutable. */
public final class KickstartTree implements SettingsTree {

  /**
   * The sections that Anaconda knows, in every release.
   *
   * <p>Source: pykickstart, {@code KickstartParser.setupSections}.
   */
  public static final Set<String> SECTIONS =
      Set.of(
          "%pre",
          "%pre-install",
          "%post",
          "%onerror",
          "%traceback",
          "%packages",
          "%addon",
          "%anaconda",
          "%certificate");

  private static final int PERCENT = Signs.of('%');

  private final List<Node> nodes;
  private final List<SourceLine> lines;
  private final int signs;

  private KickstartTree(List<Node> nodes, List<SourceLine> lines) {
    this.nodes = Collections.unmodifiableList(nodes);
    this.lines = Collections.unmodifiableList(lines);
    int all = 0;
    for (SourceLine line : lines) {
      all |= line.signs();
    }
    this.signs = all;
  }

  /** Its pieces, in the order of the text. */
  public List<Node> nodes() {
    return nodes;
  }

  /** Whether any line has one of these {@link Signs}. */
  public boolean hasAny(int some) {
    return (signs & some) != 0;
  }

  /** Reads a text; never fails: what is not understood is kept as it is. */
  public static KickstartTree parse(String text) {
    return of(PythonText.lines(text));
  }

  /** Reads lines. */
  public static KickstartTree of(List<SourceLine> lines) {
    List<Node> nodes = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      SourceLine line = lines.get(at);
      if (line.isBlankOrComment()) {
        nodes.add(new Node.Remark(line));
        at++;
      } else {
        List<Word> words = words(line);
        if (opensSection(words)) {
          at = section(lines, at, words, nodes);
        } else {
          nodes.add(new Node.Command(line, words));
          at++;
        }
      }
    }
    return new KickstartTree(nodes, lines);
  }

  /** The same text with newlines at all ends of lines, whatever ended them. */
  public KickstartTree withPlainEnds() {
    if (!hasAny(Signs.UNUSUAL_END)) {
      return this;
    }
    List<SourceLine> plain = new ArrayList<>(lines.size());
    for (SourceLine line : lines) {
      plain.add(
          new SourceLine(line.number(), line.text(), "\n", line.signs() & ~Signs.UNUSUAL_END));
    }
    return of(plain);
  }

  /**
   * The same without sections that no release knows, and without what follows them up to the next
   * known one: where sections have no end, all that would become part of the section above.
   */
  public KickstartTree withoutUnknownSections() {
    List<Node> kept = new ArrayList<>();
    boolean unknown = false;
    for (Node node : nodes) {
      if (node instanceof Node.Section section) {
        unknown = !SECTIONS.contains(section.name());
      }
      if (!unknown) {
        kept.add(node);
      }
    }
    if (kept.size() == nodes.size()) {
      return this;
    }
    List<SourceLine> left = new ArrayList<>();
    kept.forEach(node -> left.addAll(node.lines()));
    return new KickstartTree(kept, left);
  }

  @Override
  public boolean isEmpty() {
    for (Node node : nodes) {
      boolean blank =
          node instanceof Node.Remark remark
              && PythonText.firstVisible(remark.line().text()) == remark.line().text().length();
      if (!blank) {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<SourceLine> lines() {
    return lines;
  }

  /** Whether a line inside a section ends it without {@code %end}: another section starts. */
  public static boolean startsSection(SourceLine line) {
    return line.hasAny(PERCENT) && SECTIONS.contains(leadingTag(line));
  }

  /** The word that a line inside a section starts with when it is a tag, else empty. */
  public static String leadingTag(SourceLine line) {
    if (!line.hasAny(PERCENT)) {
      return "";
    }
    int first = PythonText.firstVisible(line.text());
    boolean tag = first < line.text().length() && line.text().charAt(first) == '%';
    return tag ? PythonText.firstWord(line.text()) : "";
  }

  private static boolean opensSection(List<Word> words) {
    if (words.isEmpty() || !words.get(0).text().startsWith("%")) {
      return false;
    }
    String name = words.get(0).text();
    return !name.equals("%include") && !name.equals("%ksappend") && !name.equals("%end");
  }

  private static int section(
      List<SourceLine> lines, int start, List<Word> words, List<Node> nodes) {
    int at = start + 1;
    Optional<SourceLine> end = Optional.empty();
    List<SourceLine> body = new ArrayList<>();
    while (at < lines.size() && end.isEmpty() && !startsSection(lines.get(at))) {
      SourceLine line = lines.get(at);
      if (leadingTag(line).equals("%end")) {
        end = Optional.of(line);
      } else {
        body.add(line);
      }
      at++;
    }
    nodes.add(
        new Node.Section(
            words.get(0).text(), lines.get(start), words, Collections.unmodifiableList(body), end));
    return at;
  }

  static List<Word> words(SourceLine line) {
    try {
      return Collections.unmodifiableList(ShellWords.withoutComment(line.text() + line.end()));
    } catch (UnbalancedQuoteException e) {
      return List.of();
    }
  }
}
