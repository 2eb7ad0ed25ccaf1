package org.yuzuri.portal.transfer.view;

import java.util.ArrayList;
import java.util.List;

/**
 * An install plan, line by line.
 *
 * @param lines in order
 */
public record PlanView(List<Line> lines) {

  /**
   * One line.
   *
   * @param number from 1
   * @param origin who set it; text {@code origin.NAME}
   * @param text without its line feed
   */
  public record Line(int number, String origin, String text) {}

  static PlanView of(String text, String origins) {
    String[] lines = text.split("\n", -1);
    String[] words = origins.split("\n", -1);
    List<Line> view = new ArrayList<>();
    for (int at = 0; at < lines.length; at++) {
      view.add(new Line(at + 1, at < words.length ? words[at] : "", lines[at]));
    }
    return new PlanView(List.copyOf(view));
  }
}
