package org.yuzuri.portal.reporting.figure;

/** What a number counts. */
public enum Measure {
  /** Things. */
  COUNT,
  /** Hours of one server each. */
  HOURS,
  /** Hundredths. */
  PERCENT,
  /** Seconds. */
  SECONDS,
  /** An amount of the line's currency, without tax. */
  MONEY
}
