package org.yuzuri.architecture.violations.yuzuri.portal.right;

import org.yuzuri.architecture.violations.yuzuri.portal.left.Left;

/** The other half of a cycle between features. */
public class Right {
  Left left;
}
