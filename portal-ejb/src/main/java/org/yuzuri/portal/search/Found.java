package org.yuzuri.portal.search;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was found.
 *
 * @param id its number
 * @param name what it is called; empty when it has a number only
 * @param more what else it is known by, such as addresses and labels; null or empty when nothing
 * @param tenant name of whose it is; null for what is the datacenter's
 */
public record Found(
    FoundKind kind, long id, @Nullable String name, @Nullable String more, @Nullable String tenant)
    implements Serializable {

  /** From a row with the components in their order. */
  static Found of(Object[] row) {
    return new Found(
        FoundKind.valueOf((String) row[0]),
        (Long) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4]);
  }

  /** Its page, below the portal's root. */
  public String page() {
    return kind.page(id);
  }
}
