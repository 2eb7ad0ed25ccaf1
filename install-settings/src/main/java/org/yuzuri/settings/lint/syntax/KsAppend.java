package org.yuzuri.settings.lint.syntax;

import org.yuzuri.settings.syntax.PythonText;
import org.yuzuri.settings.syntax.SourceLine;

/**
 * Lines that Anaconda replaces by a fetched file before anything else, wherever they stand.
 *
 * <p>Source: pykickstart, {@code preprocessKickstart}.
 */
final class KsAppend {

  private static final String TAG = "%ksappend";

  private KsAppend() {}

  static boolean isOn(SourceLine line) {
    return line.text().startsWith(TAG, PythonText.firstVisible(line.text()));
  }
}
