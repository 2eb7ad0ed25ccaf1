package org.yuzuri.portal.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that is wrong with an entry, so that who typed it in is told at once. */
public final class Problems {

  private final List<ProblemException> found = new ArrayList<>();

  /** Notes a problem. */
  public void add(ProblemException problem) {
    found.add(problem);
    found.addAll(problem.others());
  }

  /** Notes INVALID_VALUE unless the value is good. */
  public void unless(boolean good, String field, Object value, String expected) {
    if (!good) {
      add(ProblemException.invalid(field, value, expected));
    }
  }

  /** What the reader gives; empty, and the problem noted, when it refuses. */
  public <T> Optional<T> attempt(Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (ProblemException problem) {
      add(problem);
      return Optional.empty();
    }
  }

  /** What was noted, in that order. */
  public List<ProblemException> list() {
    return List.copyOf(found);
  }

  /**
   * Refuses when anything was noted.
   *
   * @throws ProblemException the first of them, which knows the others
   */
  public void refuse() {
    if (!found.isEmpty()) {
      throw ProblemException.all(found);
    }
  }
}
