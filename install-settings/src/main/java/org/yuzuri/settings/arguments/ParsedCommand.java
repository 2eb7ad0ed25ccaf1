package org.yuzuri.settings.arguments;

import org.yuzuri.settings.finding.Finding;
import org.yuzuri.settings.finding.FindingCode;
import org.yuzuri.settings.finding.Severity;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.Word;

/**
 * A command with its arguments.
 *
 * @param title the command's own name
 */
public record ParsedCommand(Node.Command command, String title, Arguments arguments) {

  /** Where it stands, from 1. */
  public int line() {
    return command.line().number();
  }

  /** A finding about one of its words. */
  public Finding finding(
      FindingCode code, Severity severity, Word at, String found, String... details) {
    return new Finding(code, severity, line(), at.column(), found, details);
  }

  /** A finding about the command itself. */
  public Finding finding(FindingCode code, Severity severity, String... details) {
    return finding(code, severity, arguments.command(), command.name(), details);
  }
}
