package org.yuzuri.settings.lint;

import org.yuzuri.settings.Finding;
import org.yuzuri.settings.FindingCode;
import org.yuzuri.settings.Severity;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.syntax.Node;
import org.yuzuri.settings.syntax.Word;

/**
 * A command with its arguments.
 *
 * @param title the command's own name
 */
record ParsedCommand(Node.Command command, String title, Arguments arguments) {

  int line() {
    return command.line().number();
  }

  Finding finding(FindingCode code, Severity severity, Word at, String found, String... details) {
    return new Finding(code, severity, line(), at.column(), found, details);
  }

  /** A finding about the command itself. */
  Finding finding(FindingCode code, Severity severity, String... details) {
    return finding(code, severity, arguments.command(), command.name(), details);
  }
}
