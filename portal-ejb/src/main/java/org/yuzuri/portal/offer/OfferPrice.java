package org.yuzuri.portal.offer;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.yuzuri.portal.platform.NumberedRow;
import org.yuzuri.portal.price.PriceColumns;

/** A price that an offer has or had. Written once, never changed. */
@Entity
class OfferPrice extends NumberedRow {

  private long offerId;
  private int number;

  @Embedded private PriceColumns price;
  private Instant since;

  private String setBy;

  /** For Hibernate. */
  OfferPrice() {}

  OfferPrice(long offerId, int number, OfferEntry entry, Instant since, String setBy) {
    this.offerId = offerId;
    this.number = number;
    this.price = new PriceColumns(entry.price().price());
    this.since = since;
    this.setBy = setBy;
  }

  OfferPriceView view() {
    return new OfferPriceView(number, price.price(), since, setBy);
  }

  @Override
  public String toString() {
    return "price " + number + " of offer " + offerId + " as " + id();
  }
}
