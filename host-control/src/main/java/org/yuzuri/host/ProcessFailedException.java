package org.yuzuri.host;

import org.jspecify.annotations.Nullable;

/** A program could not be run, was killed, or ended with an exit code that was not wanted. */
public final class ProcessFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int TAIL_LENGTH = 1000;

  ProcessFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static ProcessFailedException exited(ProcessCall call, ProcessResult result) {
    String said = result.errors().isBlank() ? result.output() : result.errors();
    String tail = said.strip();
    if (tail.length() > TAIL_LENGTH) {
      tail = "…" + tail.substring(tail.length() - TAIL_LENGTH);
    }
    return new ProcessFailedException(
        call.argv().get(0)
            + " ended with "
            + result.exitCode()
            + " after "
            + result.took().toMillis()
            + " ms: "
            + tail,
        null);
  }
}
