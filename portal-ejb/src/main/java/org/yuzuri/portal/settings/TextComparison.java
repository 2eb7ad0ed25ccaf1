package org.yuzuri.portal.settings;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import org.yuzuri.portal.settings.ComparedLine.Kind;

/**
 * Compares two texts line by line: every line of both, in order, equal ones side by side.
 *
 * <p>The texts are strangers': beyond {@value #MOST_COMPARED} lines between their common beginning
 * and their common end, what lies between is shown as replaced in one piece.
 */
public final class TextComparison {

  /** Most lines, of both texts together, whose differences are looked for one by one. */
  static final int MOST_COMPARED = 10_000;

  private final List<String> older;
  private final List<String> newer;
  private final List<ComparedLine> lines = new ArrayList<>();

  private TextComparison(List<String> older, List<String> newer) {
    this.older = older;
    this.newer = newer;
  }

  /** The lines of both texts. */
  public static List<ComparedLine> of(List<String> older, List<String> newer) {
    TextComparison comparison = new TextComparison(older, newer);
    comparison.run();
    return List.copyOf(comparison.lines);
  }

  /** The lines that differ, with those around them. */
  public static List<ComparedLine> differences(List<ComparedLine> all, int around) {
    List<ComparedLine> kept = new ArrayList<>();
    int shownUpTo = 0;
    for (int at = 0; at < all.size(); at++) {
      if (all.get(at).differs()) {
        int from = Math.max(shownUpTo, at - around);
        shownUpTo = Math.min(all.size(), at + around + 1);
        kept.addAll(all.subList(from, Math.max(from, shownUpTo)));
      }
    }
    return List.copyOf(kept);
  }

  private void run() {
    int begin = commonBeginning();
    int end = commonEnd(begin);
    int olderEnd = older.size() - end;
    int newerEnd = newer.size() - end;
    addSame(0, begin, 0);
    if (olderEnd - begin + newerEnd - begin > MOST_COMPARED) {
      addReplaced(begin, olderEnd, begin, newerEnd);
    } else {
      compare(begin, olderEnd, newerEnd);
    }
    addSame(olderEnd, older.size(), newerEnd);
  }

  /** Deltas that touch each other are one change, so that its lines stand side by side. */
  private void compare(int begin, int olderEnd, int newerEnd) {
    List<String> source = older.subList(begin, olderEnd);
    List<String> target = newer.subList(begin, newerEnd);
    int at = begin;
    int other = begin;
    int pendingAt = begin;
    int pendingOther = begin;
    for (AbstractDelta<String> delta : deltas(source, target)) {
      int from = begin + delta.getSource().getPosition();
      if (from > at) {
        addReplaced(pendingAt, at, pendingOther, other);
        addSame(at, from, other);
        other += from - at;
        pendingAt = from;
        pendingOther = other;
      }
      at = from + delta.getSource().size();
      other += delta.getTarget().size();
    }
    addReplaced(pendingAt, at, pendingOther, other);
    addSame(at, olderEnd, other);
  }

  private static List<AbstractDelta<String>> deltas(List<String> source, List<String> target) {
    return DiffUtils.diff(source, target, new MyersDiffWithLinearSpace<String>()).getDeltas();
  }

  private int commonBeginning() {
    int most = Math.min(older.size(), newer.size());
    int at = 0;
    while (at < most && older.get(at).equals(newer.get(at))) {
      at++;
    }
    return at;
  }

  private int commonEnd(int begin) {
    int most = Math.min(older.size(), newer.size()) - begin;
    int count = 0;
    while (count < most
        && older.get(older.size() - 1 - count).equals(newer.get(newer.size() - 1 - count))) {
      count++;
    }
    return count;
  }

  private void addSame(int from, int to, int newerFrom) {
    for (int at = from; at < to; at++) {
      int other = newerFrom + at - from;
      lines.add(new ComparedLine(Kind.SAME, at + 1, older.get(at), other + 1, newer.get(other)));
    }
  }

  private void addReplaced(int from, int to, int newerFrom, int newerTo) {
    int pairs = Math.min(to - from, newerTo - newerFrom);
    for (int pair = 0; pair < pairs; pair++) {
      int at = from + pair;
      int other = newerFrom + pair;
      lines.add(new ComparedLine(Kind.CHANGED, at + 1, older.get(at), other + 1, newer.get(other)));
    }
    for (int at = from + pairs; at < to; at++) {
      lines.add(new ComparedLine(Kind.REMOVED, at + 1, older.get(at), 0, ""));
    }
    for (int other = newerFrom + pairs; other < newerTo; other++) {
      lines.add(new ComparedLine(Kind.ADDED, 0, "", other + 1, newer.get(other)));
    }
  }
}
