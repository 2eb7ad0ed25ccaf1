package org.yuzuri.portal.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program that runs beside the tests, and what it says. */
final class StartedProgram implements AutoCloseable {

  private static final int LONGEST_SECONDS = 180;
  private static final int LONGEST_END_SECONDS = 40;
  private static final String END = "[it ended]";

  private final List<String> said = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
  private final Process process;

  StartedProgram(Path directory, Map<String, String> environment, List<String> command)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    process = builder.start();
    Thread reader = new Thread(this::read, "lines of " + command.get(0));
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Waits until it says this.
   *
   * @throws AssertionError it ended, or did not say it within three minutes; with all that it said
   */
  void says(String wanted) throws InterruptedException {
    String line = "";
    while (!line.contains(wanted)) {
      line = unread.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
      if (line == null || line.equals(END)) {
        throw new AssertionError(wanted + " did not come:\n" + String.join("\n", said));
      }
    }
  }

  /**
   * Waits until it is done.
   *
   * @throws AssertionError it failed; with all that it said
   */
  void isDone() throws InterruptedException {
    boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError("it failed:\n" + String.join("\n", said));
    }
  }

  private void read() {
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        said.add(line);
        unread.add(line);
      }
    } catch (IOException e) {
      said.add("no more lines: " + e.getMessage());
    }
    unread.add(END);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
