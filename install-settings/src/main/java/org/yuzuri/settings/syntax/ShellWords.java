package org.yuzuri.settings.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line into words as Python's {@code shlex} does in its POSIX mode.
 *
 * <p>A {@code #} starts a comment even inside a word, as it does there. Source: Python 3.11, {@code
 * shlex.split(line, comments=…)}.
 */
public final class ShellWords {

  private final String line;
  private final boolean comments;
  private final List<Word> words = new ArrayList<>();
  private final StringBuilder token = new StringBuilder();
  private int at;
  private int start;
  private boolean inWord;
  private boolean quoted;

  private ShellWords(String line, boolean comments) {
    this.line = line;
    this.comments = comments;
  }

  /**
   * The words of a command line, without its comment.
   *
   * @throws UnbalancedQuoteException a quotation is not closed
   */
  public static List<Word> withoutComment(String line) throws UnbalancedQuoteException {
    return new ShellWords(line, true).split();
  }

  /**
   * The words of a line where {@code #} is a character like others.
   *
   * @throws UnbalancedQuoteException a quotation is not closed
   */
  public static List<Word> all(String line) throws UnbalancedQuoteException {
    return new ShellWords(line, false).split();
  }

  private List<Word> split() throws UnbalancedQuoteException {
    while (at < line.length()) {
      char c = line.charAt(at);
      if (isSpace(c)) {
        emit();
        at++;
      } else if (comments && c == '#') {
        int newline = line.indexOf('\n', at);
        emit();
        at = newline < 0 ? line.length() : newline + 1;
      } else {
        begin();
        take(c);
      }
    }
    emit();
    return words;
  }

  private void take(char c) throws UnbalancedQuoteException {
    if (c == '\\') {
      requireMore(at);
      token.append(line.charAt(at + 1));
      at += 2;
    } else if (c == '"' || c == '\'') {
      quotation(c);
    } else {
      token.append(c);
      at++;
    }
  }

  private void quotation(char quote) throws UnbalancedQuoteException {
    int opened = at;
    quoted = true;
    at++;
    while (true) {
      if (at >= line.length()) {
        throw new UnbalancedQuoteException(opened + 1);
      }
      char c = line.charAt(at);
      if (c == quote) {
        at++;
        return;
      }
      if (c == '\\' && quote == '"') {
        requireMore(opened);
        char next = line.charAt(at + 1);
        if (next != '\\' && next != '"') {
          token.append('\\');
        }
        token.append(next);
        at += 2;
      } else {
        token.append(c);
        at++;
      }
    }
  }

  private void requireMore(int opened) throws UnbalancedQuoteException {
    if (at + 1 >= line.length()) {
      throw new UnbalancedQuoteException(opened + 1);
    }
  }

  private void begin() {
    if (!inWord) {
      inWord = true;
      start = at;
    }
  }

  private void emit() {
    if (inWord && (quoted || token.length() > 0)) {
      words.add(new Word(token.toString(), start, at));
    }
    token.setLength(0);
    inWord = false;
    quoted = false;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
