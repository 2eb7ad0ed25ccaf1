package org.yuzuri.portal.platform;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted, and in which order.
 *
 * @param offset rows to pass over; 0 or more
 * @param limit most rows wanted; 1 to {@value #MOST}
 * @param sort component of the list's row record to sort by; null for the list's own order
 * @param descending largest first; without meaning when {@code sort} is null
 */
public record PageRequest(int offset, int limit, @Nullable String sort, boolean descending) {

  /** Most rows of one page. */
  public static final int MOST = 100;

  /**
   * @throws ProblemException INVALID_VALUE
   */
  public PageRequest {
    if (offset < 0) {
      throw ProblemException.invalid("page.offset", offset, "0 or more");
    }
    if (limit < 1 || limit > MOST) {
      throw ProblemException.invalid("page.limit", limit, "1 to " + MOST);
    }
  }

  /** The first rows in the list's own order. */
  public static PageRequest first(int limit) {
    return new PageRequest(0, limit, null, false);
  }
}
