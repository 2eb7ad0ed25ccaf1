package org.yuzuri.host;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Programs of the machine that the daemon runs on. Safe for threads. */
public final class HostProcesses implements Processes {

  @Override
  public ProcessResult run(ProcessCall call) {
    long started = System.nanoTime();
    Process process = start(call, false);
    try {
      CompletableFuture<byte[]> output = readAside(process.getInputStream());
      CompletableFuture<byte[]> errors = readAside(process.getErrorStream());
      CompletableFuture<Boolean> input = writeAside(process.getOutputStream(), call.input());
      if (!process.waitFor(call.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ProcessFailedException(
            call.argv().get(0) + " was killed after " + call.timeout().toSeconds() + " s", null);
      }
      input.join();
      return new ProcessResult(
          process.exitValue(),
          text(output.join()),
          text(errors.join()),
          Duration.ofNanos(System.nanoTime() - started));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProcessFailedException(call.argv().get(0) + " was interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Starts the program; {@code together}: what it prints as errors comes with its output. */
  static Process start(ProcessCall call, boolean together) {
    ProcessBuilder builder = new ProcessBuilder(call.argv()).redirectErrorStream(together);
    call.environment().forEach((name, value) -> builder.environment().put(name, value.reveal()));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new ProcessFailedException(
          call.argv().get(0) + " cannot be started: " + e.getMessage(), e);
    }
  }

  private static CompletableFuture<byte[]> readAside(InputStream stream) {
    return aside(
        () -> {
          ByteArrayOutputStream kept = new ByteArrayOutputStream();
          byte[] buffer = new byte[8192];
          for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            kept.write(buffer, 0, Math.min(read, MOST_OUTPUT_BYTES - kept.size()));
          }
          return kept.toByteArray();
        },
        new byte[0]);
  }

  private static CompletableFuture<Boolean> writeAside(OutputStream stream, String text) {
    return aside(
        () -> {
          try (stream) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
          }
          return true;
        },
        false);
  }

  // A stream breaks when the program ends early or is killed; its exit code tells the story then.
  private static <T> CompletableFuture<T> aside(Transfer<T> transfer, T whenBroken) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(transfer.run());
              } catch (IOException e) {
                result.complete(whenBroken);
              }
            },
            "process-stream");
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @FunctionalInterface
  private interface Transfer<T> {
    T run() throws IOException;
  }
}
