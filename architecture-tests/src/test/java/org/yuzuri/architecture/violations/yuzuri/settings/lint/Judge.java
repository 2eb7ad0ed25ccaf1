package org.yuzuri.architecture.violations.yuzuri.settings.lint;

import org.yuzuri.architecture.violations.yuzuri.settings.Text;

/** The other half of the cycle. */
public class Judge {
  Text text;
}
