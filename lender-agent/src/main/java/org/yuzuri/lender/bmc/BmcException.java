package org.yuzuri.lender.bmc;

import org.jspecify.annotations.Nullable;

/** A BMC did not answer or refused. The text names the BMC and what was asked of it. */
public final class BmcException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BmcException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
