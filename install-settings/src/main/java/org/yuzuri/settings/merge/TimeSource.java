package org.yuzuri.settings.merge;

import java.util.Optional;
import org.yuzuri.settings.arguments.ArgumentParser;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.release.CommandSpec;
import org.yuzuri.settings.release.CommandTable;
import org.yuzuri.settings.syntax.Node;

/** Where the installed system takes its time from: the tenant says it, or else the lender. */
final class TimeSource {

  private static final String COMMAND = "timesource";
  private static final String OPTION = "--ntp-server";

  private final CommandTable table;
  private final Facts facts;
  private boolean named;

  TimeSource(CommandTable table, Facts facts) {
    this.table = table;
    this.facts = facts;
  }

  /** Notes a command of the tenant that decides about it. */
  void see(Node.Command command, CommandSpec spec) {
    if (spec.title().equals("timezone")) {
      Arguments arguments = ArgumentParser.parse(spec, command.words());
      named |= arguments.has("ntpservers") || arguments.has("nontp");
    }
    named |= spec.title().equals(COMMAND);
  }

  /** The lender's line, where the release has the command and the tenant names none. */
  Optional<String> line() {
    boolean wanted = !named && table.takes(COMMAND, OPTION);
    return facts
        .timeServer()
        .filter(server -> wanted)
        .map(server -> COMMAND + " " + OPTION + "=" + server);
  }
}
