package org.yuzuri.lender.console;

import org.jspecify.annotations.Nullable;

/** A console could not be opened. The text names the BMC and what it said. */
public final class ConsoleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConsoleException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
