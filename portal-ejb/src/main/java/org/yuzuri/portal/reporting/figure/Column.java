package org.yuzuri.portal.reporting.figure;

/** What is told of each line of a figure. Texts: {@code report.column.NAME}. */
public enum Column {
  LENT(Measure.HOURS),
  PREPARING(Measure.HOURS),
  ERASING(Measure.HOURS),
  IDLE(Measure.HOURS),
  BROKEN(Measure.HOURS),
  /** Lent hours of all hours in the pool. */
  UTILIZATION(Measure.PERCENT),
  /** What the idle hours would have brought by the price list of now. */
  NOT_EARNED(Measure.MONEY),
  HAND_OVERS(Measure.COUNT),
  STEPS_DONE(Measure.COUNT),
  ERASURES(Measure.COUNT),
  NOT_PROVEN(Measure.COUNT),
  MEDIAN(Measure.SECONDS),
  /** Nine of ten took no longer. */
  NINETIETH(Measure.SECONDS),
  LONGEST(Measure.SECONDS),
  SUCCEEDED(Measure.COUNT),
  CALLED_OFF(Measure.COUNT),
  FAULT_LENDER(Measure.COUNT),
  FAULT_TENANT(Measure.COUNT),
  FAULT_NETWORK(Measure.COUNT),
  FAULT_HARDWARE(Measure.COUNT),
  FAULT_UNKNOWN(Measure.COUNT),
  /** Those that succeeded of those that were not called off. */
  SUCCESS(Measure.PERCENT),
  /** Hours of leased servers that a fault of the datacenter took; of several at once each. */
  DISTURBED(Measure.HOURS),
  FAULTS(Measure.COUNT),
  LEASES_DISTURBED(Measure.COUNT),
  LEASES_BEGUN(Measure.COUNT),
  LEASES_ENDED(Measure.COUNT),
  /** At the end of the line's time. */
  LEASES_RUNNING(Measure.COUNT),
  REVENUE(Measure.MONEY),
  /** Of the revenue of all lines in the same currency. */
  SHARE(Measure.PERCENT),
  OPEN(Measure.MONEY),
  OVERDUE(Measure.MONEY),
  FORECAST(Measure.MONEY);

  private final Measure measure;

  Column(Measure measure) {
    this.measure = measure;
  }

  /** What its numbers count. */
  public Measure measure() {
    return measure;
  }
}
