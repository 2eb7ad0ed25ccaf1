package org.yuzuri.portal.offer;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.BilledUnit;
import org.yuzuri.billing.price.PartOfMonth;
import org.yuzuri.billing.price.TrafficPrice;
import org.yuzuri.portal.platform.RowQuery;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.TrafficSteps;

/**
 * An offer in a list.
 *
 * @param memoryMib memory of each server in MiB
 * @param diskGib size of the largest disk in GiB
 * @param perUnit without tax, in {@code currency}; the other parts of the price as {@link Price#of}
 *     takes them
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
    BilledUnit unit,
    BigDecimal perUnit,
    PartOfMonth partOfMonth,
    @Nullable BigDecimal monthlyCap,
    BigDecimal setUpFee,
    @Nullable BigDecimal trafficPerGb,
    String trafficSteps,
    BigDecimal includedGb,
    String currency,
    boolean visible,
    long free,
    long byPort,
    @Nullable Instant nextBack)
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
              "o.price.unit",
              "o.price.perUnit",
              "o.price.partOfMonth",
              "o.price.monthlyCap",
              "o.price.setUpFee",
              "o.price.trafficPerGb",
              "o.price.trafficSteps",
              "o.price.includedGb",
              "o.price.currency",
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

  /** What each server costs. */
  public Price price() {
    return Price.of(
        unit,
        perUnit,
        partOfMonth,
        monthlyCap,
        setUpFee,
        trafficPerGb,
        trafficSteps,
        includedGb,
        currency);
  }

  /** The same offer for this price. */
  OfferRow at(Price own) {
    Money cap = own.time().monthlyCap();
    TrafficPrice traffic = own.traffic();
    return new OfferRow(
        id,
        name,
        description,
        cpuCount,
        memoryMib,
        diskGib,
        own.time().unit(),
        own.time().perUnit().amount(),
        own.time().partOfMonth(),
        cap == null ? null : cap.amount(),
        own.setUp().amount(),
        traffic == null ? null : traffic.perGb().amount(),
        traffic == null ? "" : TrafficSteps.of(traffic.price()).code(),
        traffic == null ? BigDecimal.ZERO : traffic.includedGb(),
        own.currency(),
        visible,
        free,
        byPort,
        nextBack);
  }

  /** Whether it can be ordered. */
  public OfferState state() {
    return visible ? OfferState.OPEN : OfferState.WITHDRAWN;
  }
}
