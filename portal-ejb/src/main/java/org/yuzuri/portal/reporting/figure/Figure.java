package org.yuzuri.portal.reporting.figure;

import static org.yuzuri.portal.reporting.figure.Column.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be reported. Texts: {@code report.figure.NAME}, and {@code report.figure.NAME.text} with
 * how it is reckoned.
 */
public enum Figure {
  POOL_BY_MONTH(
      Page.POOL,
      Look.STACKS,
      "",
      5,
      UTILIZATION,
      LENT,
      PREPARING,
      ERASING,
      IDLE,
      BROKEN,
      UTILIZATION),
  POOL_BY_OFFER(
      Page.POOL,
      Look.STACKS,
      "",
      5,
      UTILIZATION,
      LENT,
      PREPARING,
      ERASING,
      IDLE,
      BROKEN,
      UTILIZATION),
  POOL_BY_SERVER(
      Page.POOL,
      Look.STACKS,
      "",
      5,
      UTILIZATION,
      LENT,
      PREPARING,
      ERASING,
      IDLE,
      BROKEN,
      UTILIZATION),
  IDLE_CAPITAL(Page.POOL, Look.BARS, "", 1, NOT_EARNED, NOT_EARNED, IDLE),
  HAND_OVERS_BY_MONTH(Page.WORK, Look.LINES, "", 2, MEDIAN, MEDIAN, NINETIETH, HAND_OVERS),
  HAND_OVER_STEPS(Page.WORK, Look.BARS, "step", 2, MEDIAN, MEDIAN, NINETIETH, LONGEST, STEPS_DONE),
  TRANSFERS_BY_MONTH(
      Page.WORK,
      Look.STACKS,
      "",
      7,
      SUCCESS,
      SUCCEEDED,
      CALLED_OFF,
      FAULT_LENDER,
      FAULT_TENANT,
      FAULT_NETWORK,
      FAULT_HARDWARE,
      FAULT_UNKNOWN,
      SUCCESS),
  ERASURES_BY_MONTH(Page.WORK, Look.LINES, "", 2, MEDIAN, MEDIAN, NINETIETH, ERASURES, NOT_PROVEN),
  FAULTS_BY_KIND(
      Page.WORK,
      Look.BARS,
      "fault.kind",
      1,
      DISTURBED,
      DISTURBED,
      FAULTS,
      LEASES_DISTURBED,
      LONGEST),
  REVENUE_BY_MONTH(Page.REVENUE, Look.BARS, "", 1, REVENUE, REVENUE),
  REVENUE_BY_TENANT(Page.REVENUE, Look.BARS, "", 1, REVENUE, REVENUE, SHARE),
  REVENUE_BY_OFFER(Page.REVENUE, Look.BARS, "", 1, REVENUE, REVENUE, SHARE),
  LEASES_BY_MONTH(
      Page.REVENUE, Look.LINES, "", 3, LEASES_RUNNING, LEASES_BEGUN, LEASES_ENDED, LEASES_RUNNING),
  FORECAST_BY_MONTH(Page.REVENUE, Look.BARS, "", 1, null, FORECAST),
  OPEN_BY_TENANT(Page.REVENUE, Look.BARS, "", 2, null, OPEN, OVERDUE);

  /** The pages of figures. */
  public enum Page {
    REVENUE,
    POOL,
    WORK;

    /** The page of this name; empty when there is none. */
    public static Optional<Page> named(String name) {
      return Arrays.stream(values()).filter(page -> page.name().equals(name)).findFirst();
    }
  }

  /** How it is drawn. */
  public enum Look {
    /** Bars beside each other. */
    BARS,
    /** Bars upon each other. */
    STACKS,
    LINES
  }

  private final Page page;
  private final Look look;
  private final String labels;
  private final int drawn;
  private final @Nullable Column compared;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of only
  private final List<Column> columns;

  Figure(
      Page page,
      Look look,
      String labels,
      int drawn,
      @Nullable Column compared,
      Column... columns) {
    this.page = page;
    this.look = look;
    this.labels = labels;
    this.drawn = drawn;
    this.compared = compared;
    this.columns = List.of(columns);
  }

  /** The figure of this name; empty when there is none. */
  public static Optional<Figure> named(String name) {
    return Arrays.stream(values()).filter(figure -> figure.name().equals(name)).findFirst();
  }

  /** The page that it stands on. */
  public Page page() {
    return page;
  }

  public Look look() {
    return look;
  }

  /** Its lines' labels are texts below this key; empty: they are names or months as they stand. */
  public String labels() {
    return labels;
  }

  public List<Column> columns() {
    return columns;
  }

  /** The columns that are drawn: the first ones, of one measure. */
  public List<Column> drawn() {
    return columns.subList(0, drawn);
  }

  /** The column that is held against the time before; null: none is. */
  public @Nullable Column compared() {
    return compared;
  }
}
