package org.yuzuri.portal.platform;

import java.util.Set;

/**
 * What narrows a list. Whose rows it shows is no filter: the session knows its tenant.
 *
 * @param text part of what a row is known by, in any case; blank for every row
 * @param states only rows in one of these; none for those that the list shows unless asked
 */
public record ListFilter<S extends Enum<S>>(String text, Set<S> states) {

  public ListFilter {
    text = text.strip();
    states = Set.copyOf(states);
  }

  /** Everything that the list shows unless asked. */
  public static <S extends Enum<S>> ListFilter<S> none() {
    return new ListFilter<S>("", Set.of());
  }
}
