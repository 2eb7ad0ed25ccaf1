package org.yuzuri.settings.cli;

/** What was given cannot be worked with; nothing was done. */
final class UnusableException extends Exception {

  private static final long serialVersionUID = 1L;

  UnusableException(String message) {
    super(message);
  }
}
