package org.yuzuri.images.packing;

import java.io.IOException;

/** The bytes contradict the format they claim to have. */
public final class DamagedException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was found and what was expected
   */
  public DamagedException(String message) {
    super(message);
  }

  /**
   * @param message what was found and what was expected
   * @param cause what the decoder said
   */
  public DamagedException(String message, Throwable cause) {
    super(message, cause);
  }
}
