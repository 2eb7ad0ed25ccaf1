package org.yuzuri.portal.offer;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.RowQuery;

/**
 * An offer in a list.
 *
 * @param memoryMib memory of each server in MiB
 * @param diskGib size of the largest disk in GiB
 * @param pricePerHour without tax, in {@code currency}
 * @param visible false when withdrawn
 * @param free servers that can be ordered now
 * @param nextBack when the next server is expected back from its tenant; null when nobody knows
 * @param byPort how many of its servers are known by their network port only
 */
public record OfferRow(
    long id,
    String name,
    String description,
    int cpuCount,
    int memoryMib,
    int diskGib,
    BigDecimal pricePerHour,
    String currency,
    boolean visible,
    long free,
    long byPort,
    @Nullable Instant nextBack)
    implements Serializable {

  /** 365 days of 24 hours in twelve parts. */
  private static final int HOURS_OF_A_MONTH = 730;

  static final RowQuery<OfferRow, OfferState> ALL =
      new RowQuery<OfferRow, OfferState>(
              OfferRow.class,
              "Offer o",
              "o.id",
              "o.name",
              "o.description",
              "o.cpuCount",
              "o.memoryMib",
              "o.diskGib",
              "o.pricePerHour",
              "o.currency",
              "o.visible",
              "(select count(s) from Server s where s.offerId = o.id and s.state ="
                  + " org.yuzuri.portal.server.ServerState.AVAILABLE)",
              "(select count(s) from Server s where s.offerId = o.id and s.identity ="
                  + " org.yuzuri.portal.server.entry.Identity.PORT and s.state <>"
                  + " org.yuzuri.portal.server.ServerState.RETIRED)",
              "(select min(s.backAt) from Server s where s.offerId = o.id)")
          .searchedBy("o.name", "o.description")
          .orderedBy("o.name")
          .inStates(
              "o.visible",
              OfferState.class,
              Set.of(OfferState.WITHDRAWN),
              state -> state == OfferState.OPEN);

  /** For a month of 730 hours, without tax. */
  public BigDecimal pricePerMonth() {
    return pricePerHour.multiply(BigDecimal.valueOf(HOURS_OF_A_MONTH));
  }

  /** Whether it can be ordered. */
  public OfferState state() {
    return visible ? OfferState.OPEN : OfferState.WITHDRAWN;
  }
}
