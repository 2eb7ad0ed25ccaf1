package org.yuzuri.portal.problem;

/** How bad a problem is; text {@code severity.NAME}. The worst first. */
public enum Severity {
  /** Something does not work, or must not be trusted. */
  ERROR,
  /** Something will not work soon, or works badly. */
  WARNING,
  /** Something to know. */
  NOTICE
}
