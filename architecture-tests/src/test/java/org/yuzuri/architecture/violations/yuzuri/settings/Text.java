package org.yuzuri.architecture.violations.yuzuri.settings;

import org.yuzuri.architecture.violations.yuzuri.settings.lint.Judge;

/** One half of a cycle between the packages of a library. */
public class Text {
  Judge judge;
}
