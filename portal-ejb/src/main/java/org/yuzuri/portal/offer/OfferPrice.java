package org.yuzuri.portal.offer;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.yuzuri.portal.price.PriceColumns;

/** A price that an offer has or had. Written once, never changed. */
@Entity
@Table(name = "offer_price")
class OfferPrice {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "offer_id")
  private long offerId;

  private int number;

  @Embedded private PriceColumns price;
  private Instant since;

  @Column(name = "set_by")
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
    return "price " + number + " of offer " + offerId + " as " + id;
  }
}
