package org.yuzuri.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of {@code bin/demo}: database, portal and lab of its own, on ports of its own. */
final class Demo implements AutoCloseable {
  private static final int PORT_OFFSET = Integer.getInteger("yuzuri.demo.offset", 1200);

  /** State folder of a demo that runs already and is to be used, for working on these tests. */
  private static final String RUNNING = System.getProperty("yuzuri.demo.running");

  private static final Duration START_LIMIT = Duration.ofMinutes(6);

  private final Path state;
  private final Process process;

  private Demo(Path state, Process process) {
    this.state = state;
    this.process = process;
  }

  /** Who may log in. */
  record Login(String name, String user, String password) {}

  /**
   * Starts it afresh and waits until it is ready.
   *
   * @param options further arguments of {@code bin/demo}
   */
  static Demo start(Path state, String... options) {
    if (RUNNING != null) {
      return new Demo(Commands.ROOT.resolve(RUNNING), null);
    }
    try {
      deleteTree(state);
      Files.createDirectories(state);
      List<String> command =
          new ArrayList<>(
              List.of(
                  "bin/demo",
                  "--yes",
                  "--no-build",
                  "--no-history",
                  "--state",
                  state.toString(),
                  "--offset",
                  String.valueOf(PORT_OFFSET)));
      command.addAll(List.of(options));
      Process process =
          new ProcessBuilder(command)
              .directory(Commands.ROOT.toFile())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(state.resolve("demo.log").toFile())
              .start();
      Demo demo = new Demo(state, process);
      demo.awaitReady();
      return demo;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    Instant limit = Instant.now().plus(START_LIMIT);
    while (!Files.exists(state.resolve("ready"))) {
      if (!process.isAlive() || Instant.now().isAfter(limit)) {
        String said = Commands.text(state.resolve("demo.log"));
        close();
        throw new AssertionError("the demo did not become ready; it said:\n" + said);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the demo was starting", e);
    }
  }

  String address() {
    return "http://127.0.0.1:" + (8080 + PORT_OFFSET) + "/";
  }

  /** A browser of the first of a tenant's logins whose name begins so, logged in. */
  TenantBrowser browserOf(String name) {
    TenantBrowser browser = new TenantBrowser(address(), state);
    browser.logIn(login(name));
    return browser;
  }

  /** A browser of the datacenter's operator, logged in. */
  OperatorBrowser operator() {
    OperatorBrowser browser = new OperatorBrowser(address(), state);
    browser.logIn(login("Operator"));
    return browser;
  }

  /** Ends the portal as a crash does; the demo starts it again. */
  void killPortal() {
    long group = Long.parseLong(Commands.text(state.resolve("portal.pid")).strip());
    Commands.run(Duration.ofSeconds(10), List.of("kill", "-KILL", "--", "-" + group)).orFail();
  }

  Lab lab() {
    return new Lab(state.resolve("lab"));
  }

  Path state() {
    return state;
  }

  /** The first login whose name begins so. */
  Login login(String name) {
    for (JsonNode login : logins()) {
      if (login.path("name").asText().startsWith(name)) {
        return new Login(
            login.path("name").asText(),
            login.path("login").asText(),
            login.path("password").asText());
      }
    }
    throw new AssertionError("no login of " + name + " in " + logins());
  }

  private JsonNode logins() {
    try {
      return new ObjectMapper()
          .readTree(state.resolve("secrets/logins.json").toFile())
          .path("logins");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it as Ctrl-C does, and waits until everything of it has ended. */
  @Override
  public void close() {
    if (process == null) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        throw new AssertionError("the demo had not ended 2 minutes after it was asked to");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (var files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
