package org.yuzuri.host.command;

/** A command's {@code notAfter} passed while its handler was at it. */
public final class DeadlinePassedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DeadlinePassedException(String waitedFor) {
    super("notAfter passed while waiting for " + waitedFor);
  }
}
