package org.yuzuri.portal.offer;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Set;
import org.yuzuri.portal.platform.RowQuery;

/**
 * An offer in a list.
 *
 * @param memoryMib memory of each server in MiB
 * @param diskGib size of the largest disk in GiB
 * @param pricePerHour without tax, in {@code currency}
 * @param visible false when withdrawn
 * @param free servers that can be ordered now
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
    long free)
    implements Serializable {

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
                  + " org.yuzuri.portal.server.ServerState.AVAILABLE)")
          .searchedBy("o.name", "o.description")
          .orderedBy("o.name")
          .inStates(
              "o.visible",
              OfferState.class,
              Set.of(OfferState.WITHDRAWN),
              state -> state == OfferState.OPEN);

  /** Whether it can be ordered. */
  public OfferState state() {
    return visible ? OfferState.OPEN : OfferState.WITHDRAWN;
  }
}
