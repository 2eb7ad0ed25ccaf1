package org.yuzuri.settings.merge;

import java.util.Optional;
import java.util.function.Supplier;
import org.yuzuri.settings.arguments.Arguments;
import org.yuzuri.settings.facts.Facts;
import org.yuzuri.settings.release.CommandTable;

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
  void see(String title, Supplier<Arguments> parsed) {
    if (title.equals("timezone")) {
      Arguments arguments = parsed.get();
      named |= arguments.has("ntpservers") || arguments.has("nontp");
    }
    named |= title.equals(COMMAND);
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
