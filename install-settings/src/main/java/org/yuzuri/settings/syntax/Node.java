package org.yuzuri.settings.syntax;

import java.util.List;
import java.util.Optional;

/** A piece of a kickstart. */
public sealed interface Node {

  /** Its lines, in order. */
  List<SourceLine> lines();

  /** White space or a comment between commands. */
  record Remark(SourceLine line) implements Node {
    @Override
    public List<SourceLine> lines() {
      return List.of(line);
    }
  }

  /**
   * A command, an {@code %include} or a {@code %ksappend}.
   *
   * @param words its words without comment, the command first; empty when a quotation is open
   */
  record Command(SourceLine line, List<Word> words) implements Node {
    @Override
    public List<SourceLine> lines() {
      return List.of(line);
    }

    /**
     * The command without a backslash at the end of its line: kickstart has no continuation, the
     * backslash would only make the line's end part of a word.
     */
    public Command withoutContinuation() {
      boolean continues =
          !words.isEmpty() && words.get(words.size() - 1).end() > line.text().length();
      if (!continues || !line.text().endsWith("\\")) {
        return this;
      }
      String text = line.text().substring(0, line.text().length() - 1);
      SourceLine plain = new SourceLine(line.number(), text, line.end());
      return new Command(plain, KickstartTree.words(plain)).withoutContinuation();
    }

    /** The command's name; empty when the line cannot be split. */
    public String name() {
      return words.isEmpty() ? "" : words.get(0).text();
    }
  }

  /**
   * A section.
   *
   * @param name {@code %post}
   * @param header its first line
   * @param words of the header, the name first; empty when a quotation is open
   * @param body the lines between header and end
   * @param end its {@code %end}, when it has one
   */
  record Section(
      String name,
      SourceLine header,
      List<Word> words,
      List<SourceLine> body,
      Optional<SourceLine> end)
      implements Node {
    @Override
    public List<SourceLine> lines() {
      List<SourceLine> all = new java.util.ArrayList<>(body.size() + 2);
      all.add(header);
      all.addAll(body);
      end.ifPresent(all::add);
      return all;
    }
  }
}
