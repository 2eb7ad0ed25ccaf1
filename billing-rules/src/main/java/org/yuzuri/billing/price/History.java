package org.yuzuri.billing.price;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What held when: values are never changed, a new one holds from its beginning on.
 *
 * @param <T> a price, a rate of tax, a contract's term
 */
public final class History<T> implements Serializable {

  private final TreeMap<Instant, T> values = new TreeMap<>();

  /**
   * Another value.
   *
   * @param from since when it holds
   * @throws IllegalArgumentException not after the beginning of the last one: what has held cannot
   *     be changed
   */
  public History<T> then(Instant from, T value) {
    if (!values.isEmpty() && !from.isAfter(values.lastKey())) {
      throw new IllegalArgumentException(
          "from: "
              + from
              + " is not after "
              + values.lastKey()
              + ", since when the last one holds");
    }
    History<T> longer = new History<>();
    longer.values.putAll(values);
    longer.values.put(from, value);
    return longer;
  }

  /** What holds at an instant; empty before the first. */
  public Optional<T> at(Instant instant) {
    return Optional.ofNullable(values.floorEntry(instant)).map(Map.Entry::getValue);
  }
}
