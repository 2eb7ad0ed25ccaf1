package org.yuzuri.settings.syntax;

import java.util.List;

/** Settings of any dialect, taken apart without losing anything. */
public interface SettingsTree {

  /** All lines, in order, with their ends. */
  List<SourceLine> lines();

  /** The text, byte for byte. */
  default String print() {
    StringBuilder text = new StringBuilder();
    for (SourceLine line : lines()) {
      text.append(line.text()).append(line.end());
    }
    return text.toString();
  }

  /** Whether there is nothing but white space. */
  default boolean isEmpty() {
    for (SourceLine line : lines()) {
      if (PythonText.firstVisible(line.text()) < line.text().length()) {
        return false;
      }
    }
    return true;
  }
}
