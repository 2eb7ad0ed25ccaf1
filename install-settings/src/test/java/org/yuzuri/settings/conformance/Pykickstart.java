package org.yuzuri.settings.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The parser that Anaconda uses, in a virtual environment below {@code target/}. */
final class Pykickstart {

  private static final String VERSION = "3.78";
  private static final Path HOME = Path.of("target", "pykickstart");
  private static final Path PYTHON = HOME.resolve("bin").resolve("python");
  private static final Path SCRIPTS = Path.of("src", "test", "conformance");
  private static final long MINUTES = 20;

  private Pykickstart() {}

  /** Installs it unless it is there; fails when that cannot be done. */
  static void install() throws IOException, InterruptedException {
    if (run(List.of(PYTHON.toString(), "-c", "import pykickstart")).exitCode() == 0) {
      return;
    }
    Result venv = run(List.of("python3", "-m", "venv", "--clear", HOME.toString()));
    String wanted = "pykickstart==" + VERSION;
    Result pip = run(List.of(PYTHON.toString(), "-m", "pip", "install", "--quiet", wanted));
    if (venv.exitCode() != 0 || pip.exitCode() != 0) {
      throw new IllegalStateException(
          "pykickstart cannot be installed: " + venv.output() + pip.output());
    }
  }

  /** Runs one of the scripts; the result tells what it printed. */
  static Result script(String name, Path directory) throws IOException, InterruptedException {
    return run(List.of(PYTHON.toString(), SCRIPTS.resolve(name).toString(), directory.toString()));
  }

  /** Runs {@code ksvalidator}, which refuses also what the parser only warns about. */
  static Result validate(String version, Path file) throws IOException, InterruptedException {
    String validator = HOME.resolve("bin").resolve("ksvalidator").toString();
    return python(List.of(validator, "-v", version, file.toString()));
  }

  /** Runs Python with the parser. */
  static Result python(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PYTHON.toString()));
    command.addAll(arguments);
    return run(command);
  }

  record Result(int exitCode, String output) {}

  private static Result run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(Files.createDirectories(Path.of("target")), "run", ".log");
    try {
      Process process;
      try {
        process =
            new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
      } catch (IOException e) {
        return new Result(127, e.getMessage());
      }
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException(command + " took longer than " + MINUTES + " minutes");
      }
      return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      Files.delete(output);
    }
  }
}
