package org.yuzuri.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** What a server's BMC was told from now on, as the lab writes it down. */
final class BmcLog {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Path log;
  private final String who;
  private final int begin;

  BmcLog(Lab lab, String server) {
    log = lab.state().resolve("lab.log");
    who = server + ": bmc: ";
    begin = Commands.text(log).length();
  }

  /** Waits until somebody has switched the server off and then asked whether it is. */
  void awaitSeenOff() {
    Awaitility.await("the server is off, and that was seen")
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .pollInSameThread()
        .until(
            () -> {
              List<String> told =
                  Commands.text(log)
                      .substring(begin)
                      .lines()
                      .filter(line -> line.contains(who))
                      .toList();
              int off = indexOf(told, "set power 0");
              return off >= 0 && indexOf(told.subList(off, told.size()), "get power") > 0;
            });
  }

  private int indexOf(List<String> lines, String command) {
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).contains(who + command)) {
        return at;
      }
    }
    return -1;
  }
}
