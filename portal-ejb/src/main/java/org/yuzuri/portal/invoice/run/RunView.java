package org.yuzuri.portal.invoice.run;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run, as its page shows it.
 *
 * @param month as {@code 2026-11}
 * @param asOf what became known later is left to a later run
 * @param issuedBy empty until somebody had it issued
 * @param endedAt null while it is neither issued nor called off
 * @param needsSecond whether the viewer, who started it, may not issue it
 * @param items by tenant
 * @param setAside of this run and of those before, the oldest first; at most {@link #SHOWN}
 */
public record RunView(
    long id,
    String month,
    RunState state,
    Instant asOf,
    String startedBy,
    String issuedBy,
    @Nullable Instant endedAt,
    boolean needsSecond,
    List<Item> items,
    List<SetAside> setAside)
    implements Serializable {

  /** How many that are set aside are shown; the next ones after these are seen to. */
  static final int SHOWN = 200;

  /** Whether it can be issued or called off. */
  public boolean isInReview() {
    return state == RunState.REVIEW;
  }

  /**
   * What could not be issued, and can be tried again.
   *
   * @param id of the item
   * @param month that its run bills
   */
  public record SetAside(
      long id, String month, String tenant, String currency, BigDecimal net, String problem)
      implements Serializable {}

  /**
   * One tenant in one currency.
   *
   * @param net without tax; negative when it gets a credit note
   * @param beforeNet what was billed for the month before
   * @param problem a code, empty when nothing is wrong
   * @param number of its document; null until there is one
   */
  public record Item(
      long id,
      String tenant,
      String currency,
      ItemState state,
      int lines,
      BigDecimal net,
      BigDecimal tax,
      BigDecimal beforeNet,
      String problem,
      @Nullable Long invoiceId,
      @Nullable String number)
      implements Serializable {

    /** How much more than the month before. */
    public BigDecimal difference() {
      return net.subtract(beforeNet);
    }

    /** With tax. */
    public BigDecimal total() {
      return net.add(tax);
    }
  }
}
