package org.yuzuri.host;

import java.time.Duration;

/**
 * What a program left behind.
 *
 * @param output standard output, cut at the limit of {@link Processes#MOST_OUTPUT_BYTES}
 * @param errors standard error, cut likewise
 */
public record ProcessResult(int exitCode, String output, String errors, Duration took) {

  /** Whether the program ended with exit code 0. */
  public boolean succeeded() {
    return exitCode == 0;
  }
}
