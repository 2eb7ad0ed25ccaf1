package org.yuzuri.portal.errand;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The errands of one run, by name; a look at one moment. */
public final class Errands {

  private final Map<String, Errand> byName = new LinkedHashMap<>();

  Errands(List<Errand> errands) {
    errands.forEach(errand -> byName.put(errand.name(), errand));
  }

  /** The errand of this name, when it was sent. */
  public Optional<Errand> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Whether the wanted end of this errand is reached. */
  public boolean isDone(String name) {
    return find(name).map(Errand::isDone).orElse(false);
  }
}
