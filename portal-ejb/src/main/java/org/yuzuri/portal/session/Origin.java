package org.yuzuri.portal.session;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.PlainLine;

/**
 * Where a log-in comes from.
 *
 * @param address as the audit trail writes it, at most 64 characters
 * @param device what the browser calls itself, at most 300 characters; a stranger's text
 */
public record Origin(String address, String device) implements Serializable {

  private static final int LONGEST_ADDRESS = 64;
  private static final int LONGEST_DEVICE = 300;

  /** From an address and the header {@code User-Agent}. */
  public static Origin of(String address, @Nullable String userAgent) {
    return new Origin(
        PlainLine.of(address, LONGEST_ADDRESS),
        PlainLine.of(userAgent == null ? "" : userAgent, LONGEST_DEVICE));
  }
}
