package org.yuzuri.host;

/**
 * Starts programs that run until they are ended and are read meanwhile. Beside {@link Processes},
 * which runs programs to their end.
 */
@FunctionalInterface
public interface Programs {

  /**
   * Starts the program, with the call's arguments and environment; its input and time limit are not
   * looked at.
   *
   * @throws ProcessFailedException it could not be started
   */
  RunningProgram start(ProcessCall call);
}
