package org.yuzuri.journey;

import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a step that failed leaves to be read, printed with it: the demo's files are gone, or written
 * over by the classes behind it, when somebody looks.
 */
final class Evidence {
  private static final int LINES = 60;
  private static final int SERVERS = 2;

  private Evidence() {}

  /** The newest transfers' pages as the operator sees them, ends of logs, and serial consoles. */
  static String of(Demo demo) {
    Lab lab = demo.lab();
    StringBuilder text = new StringBuilder();
    add(text, "the newest transfers", transfers(demo));
    Path logs = lab.state().resolve("logs");
    for (String log : List.of("lender-agent.log", "tenant-a.log", "tenant-b.log")) {
      add(text, "the end of " + log, end(logs.resolve(log)));
    }
    add(text, "the end of portal.log", end(demo.state().resolve("portal.log")));
    for (int server = 1; server <= SERVERS; server++) {
      add(text, "the end of server " + server + "'s console", lab.console(server));
    }
    return text.toString();
  }

  private static String transfers(Demo demo) {
    try (OperatorBrowser operator = demo.operator()) {
      return operator.newestTransfers(SERVERS);
    } catch (PlaywrightException | AssertionError e) {
      return "not to be had: " + e.getMessage();
    }
  }

  private static String end(Path log) {
    if (!Files.exists(log)) {
      return "(there is none)";
    }
    List<String> lines = Commands.text(log).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
  }

  private static void add(StringBuilder text, String title, String what) {
    text.append("--- ").append(title).append(":\n").append(what).append('\n');
  }
}
