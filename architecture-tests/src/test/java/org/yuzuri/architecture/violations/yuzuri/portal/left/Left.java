package org.yuzuri.architecture.violations.yuzuri.portal.left;

import org.yuzuri.architecture.violations.yuzuri.portal.right.Right;

/** One half of a cycle between features. */
public class Left {
  Right right;
}
