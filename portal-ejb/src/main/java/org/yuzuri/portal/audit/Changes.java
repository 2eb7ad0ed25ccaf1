package org.yuzuri.portal.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an edit changed, for the audit trail: field, old and new value, one after the other. A value
 * that has signs of this text in it stands in quotation marks, so that none reads as another
 * change; of a long one what is around the first difference is told, so that it does not push out
 * those behind it.
 */
public final class Changes {

  /** Characters; the trail keeps 1000 of the whole. */
  private static final int LONGEST_VALUE = 120;

  /** Characters of a long value that are told before the first that differs. */
  private static final int BEFORE_THE_DIFFERENCE = 20;

  private static final String BETWEEN = "; ";
  private static final String ARROW = " → ";

  private final List<String> texts = new ArrayList<>();

  /** Notes a field, when its values differ. Never a secret's. */
  public Changes field(String name, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      String old = Objects.toString(before, "");
      String now = Objects.toString(after, "");
      int from = begin(old, now);
      texts.add(name + ": " + shown(old, from) + ARROW + shown(now, from));
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

  private static int begin(String before, String after) {
    int same = Arrays.mismatch(before.toCharArray(), after.toCharArray());
    boolean isLong = Math.max(before.length(), after.length()) > LONGEST_VALUE;
    if (!isLong || same <= BEFORE_THE_DIFFERENCE) {
      return 0;
    }
    return before.offsetByCodePoints(0, before.codePointCount(0, same - BEFORE_THE_DIFFERENCE));
  }

  private static String shown(String value, int from) {
    String text = value.substring(from);
    int most = Math.min(text.length(), LONGEST_VALUE);
    String cut = text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most)));
    String whole = (from > 0 ? "…" : "") + (cut.length() < text.length() ? cut + "…" : cut);
    boolean plain = !whole.contains(";") && !whole.contains("→") && !whole.contains("\"");
    return plain ? whole : '"' + whole.replace("\"", "'") + '"';
  }
}
