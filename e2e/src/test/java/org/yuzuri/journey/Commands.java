package org.yuzuri.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the repository's own commands. */
final class Commands {
  static final Path ROOT =
      Path.of(System.getProperty("yuzuri.root", "..")).toAbsolutePath().normalize();

  private Commands() {}

  /** What a program printed and how it ended. */
  record Result(List<String> command, int exitCode, String output) {
    /** The output of a program that ended well. */
    String orFail() {
      if (exitCode != 0) {
        throw new AssertionError(
            String.join(" ", command) + " ended with " + exitCode + " and said: " + output);
      }
      return output;
    }
  }

  /** Runs a program to its end; both of its outputs count. */
  static Result run(Duration limit, List<String> command) {
    try {
      Path output = Files.createTempFile("journey", ".out");
      try {
        Process process =
            new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroy();
          process.waitFor();
          throw new AssertionError(
              String.join(" ", command)
                  + " had not ended after "
                  + limit
                  + "; it said: "
                  + text(output));
        }
        return new Result(command, process.exitValue(), text(output));
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command, e);
    }
  }

  static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
