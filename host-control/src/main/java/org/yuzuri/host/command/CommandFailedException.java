package org.yuzuri.host.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yuzuri.wire.command.CommandOutcome;

/** A handler could not reach the wanted end, and says so in the words of the protocol. */
public final class CommandFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean retryable;

  /**
   * See {@link CommandOutcome.Failed} for what code and detail are.
   *
   * @param detail null, as a cause's message may be, is replaced by the code
   */
  public CommandFailedException(
      String code, @Nullable String detail, boolean retryable, @Nullable Throwable cause) {
    super(detail, cause);
    this.code = code;
    this.retryable = retryable;
  }

  /** The failure as an outcome. */
  public CommandOutcome outcome() {
    return new CommandOutcome.Failed(
        code, Objects.requireNonNullElse(getMessage(), code), retryable);
  }
}
