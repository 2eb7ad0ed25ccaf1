package org.yuzuri.settings.cli;

/** The command line is not one; nothing was done. */
final class UsageException extends Exception {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
