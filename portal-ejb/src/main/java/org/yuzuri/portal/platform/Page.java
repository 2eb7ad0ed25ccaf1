package org.yuzuri.portal.platform;

import java.util.List;

/**
 * One page of a list.
 *
 * @param rows in the order asked for
 * @param total how many rows the whole list has with this filter
 */
public record Page<T>(List<T> rows, long total) {

  public Page {
    rows = List.copyOf(rows);
  }
}
