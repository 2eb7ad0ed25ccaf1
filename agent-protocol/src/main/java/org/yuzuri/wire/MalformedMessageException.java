package org.yuzuri.wire;

import org.jspecify.annotations.Nullable;

/** A message could not be read. The text names the field, the value and what was expected. */
public final class MalformedMessageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedMessageException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
