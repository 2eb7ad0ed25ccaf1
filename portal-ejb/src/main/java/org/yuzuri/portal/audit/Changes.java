package org.yuzuri.portal.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an edit changed, for the audit trail: field, old and new value, one after the other. A value
 * that has signs of this text in it stands in quotation marks, so that none reads as another
 * change; a long one is cut, so that it does not push out those behind it.
 */
public final class Changes {

  /** Characters; the trail keeps 1000 of the whole. */
  private static final int LONGEST_VALUE = 120;

  private static final String BETWEEN = "; ";
  private static final String ARROW = " → ";

  private final List<String> texts = new ArrayList<>();

  /** Notes a field, when its values differ. Never a secret's. */
  public Changes field(String name, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      texts.add(name + ": " + shown(before) + ARROW + shown(after));
    }
    return this;
  }

  /** Notes that a secret is another one, and neither value. */
  public Changes secret(String name, boolean differs) {
    if (differs) {
      texts.add(name + ": another one");
    }
    return this;
  }

  /** Empty when nothing changed. */
  public String text() {
    return String.join(BETWEEN, texts);
  }

  private static String shown(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    int most = Math.min(text.length(), LONGEST_VALUE);
    String cut = text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most)));
    String whole = cut.length() < text.length() ? cut + "…" : cut;
    boolean plain = !whole.contains(";") && !whole.contains("→") && !whole.contains("\"");
    return plain ? whole : '"' + whole.replace("\"", "'") + '"';
  }
}
