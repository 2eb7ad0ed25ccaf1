package org.yuzuri.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** What the lender agent has logged from now on, each line with the time; it must not restart. */
final class AgentLog {
  private final Path log;
  private final int begin;

  AgentLog(Lab lab) {
    log = lab.state().resolve("logs").resolve("lender-agent.log");
    begin = Commands.text(log).length();
  }

  /** How long before that moment the agent first logged such a line. */
  Duration since(String text, Instant then) {
    String first =
        Commands.text(log)
            .substring(begin)
            .lines()
            .filter(line -> line.contains(text))
            .findFirst()
            .orElseThrow(() -> new AssertionError("the agent has not logged \"" + text + "\""));
    return Duration.between(Instant.parse(first.split(" ", 2)[0]), then);
  }
}
