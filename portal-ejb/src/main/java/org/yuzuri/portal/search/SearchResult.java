package org.yuzuri.portal.search;

import java.util.List;

/**
 * What was found.
 *
 * @param things of each kind the newest, at most {@value SearchService#MOST_OF_A_KIND}
 * @param more whether there is more of some kind than is told
 * @param tooShort whether nothing was looked for, because the word is too short
 */
public record SearchResult(List<Found> things, boolean more, boolean tooShort) {

  public SearchResult {
    things = List.copyOf(things);
  }
}
