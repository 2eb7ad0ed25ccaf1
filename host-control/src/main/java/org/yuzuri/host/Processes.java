package org.yuzuri.host;

/** Runs programs. The seam between the daemons and the programs of their host. */
public interface Processes {

  /** Output beyond this is read and dropped, per stream. */
  int MOST_OUTPUT_BYTES = 4 * 1024 * 1024;

  /**
   * Runs the program to its end, whatever its exit code. Blocks.
   *
   * @throws ProcessFailedException it could not be started, or was killed at its timeout or because
   *     this thread was interrupted
   */
  ProcessResult run(ProcessCall call);

  /**
   * Runs the program to its end and wants exit code 0. Blocks.
   *
   * @throws ProcessFailedException also for another exit code
   */
  default ProcessResult runOrThrow(ProcessCall call) {
    ProcessResult result = run(call);
    if (!result.succeeded()) {
      throw ProcessFailedException.exited(call, result);
    }
    return result;
  }
}
