package org.yuzuri.host;

import java.io.InputStream;
import java.time.Duration;

/** A program that runs. One thread reads it, any thread may end it. */
public interface RunningProgram extends AutoCloseable {

  /**
   * What it prints, on standard output and standard error; ends with the program, or fails when it
   * was closed.
   */
  InputStream output();

  /** Ends its standard input, which was empty till then. */
  void endInput();

  /**
   * Whether the program ends by itself within this time.
   *
   * @return false also when this thread is interrupted, which it stays
   */
  boolean endsWithin(Duration longest);

  /** Kills the program unless it has ended; returns at once. */
  @Override
  void close();
}
