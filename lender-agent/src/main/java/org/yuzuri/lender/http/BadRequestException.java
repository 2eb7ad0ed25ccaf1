package org.yuzuri.lender.http;

import org.jspecify.annotations.Nullable;

/** A server sent what cannot be used; answered with this status and text. */
final class BadRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  BadRequestException(int status, @Nullable String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
