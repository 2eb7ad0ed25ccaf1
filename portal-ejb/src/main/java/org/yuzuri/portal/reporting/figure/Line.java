package org.yuzuri.portal.reporting.figure;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a figure.
 *
 * @param label a name, a month such as {@code 2026-03}, or the rest of a text's key
 * @param currency ISO 4217, of its amounts; empty when it has none
 * @param values one for each column; null where nothing can be told, such as a median of nothing
 * @param before what the compared column was in the time before; null where nothing can be told
 */
public record Line(
    String label, String currency, List<@Nullable BigDecimal> values, @Nullable BigDecimal before)
    implements Serializable {

  /** Values may be null, which lists of the JDK's factories refuse. */
  public Line {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** A value; null where nothing can be told. */
  public @Nullable BigDecimal value(int column) {
    return values.get(column);
  }
}
