package org.yuzuri.portal.problem;

import java.time.Instant;
import java.util.List;

/**
 * Looks for one kind of problem. Its texts are {@code standing.CODE}, {@code standing.CODE.todo}
 * (what to do) and {@code standing.CODE.help} (what it means). Called as the portal, in a
 * transaction of its own; changes nothing.
 */
public interface Watch {

  /** Longest code. */
  int LONGEST_CODE = 40;

  /** Stable code of the kind: capitals and underscores, unique. */
  String code();

  /** Whether each node sees something of its own, such as its files. */
  default boolean isOfEachNode() {
    return false;
  }

  /** Everything of this kind that is wrong now. */
  List<Sighting> look(Instant now);
}
