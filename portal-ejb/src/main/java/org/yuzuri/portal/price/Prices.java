package org.yuzuri.portal.price;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** What holds for every tenant, for the portal's other features. Transaction: caller's. */
@Dependent
public class Prices {

  private static final int MOST_OFFERS = 1000;

  @PersistenceContext EntityManager em;

  /** What offers cost now, by their names; withdrawn ones, too. */
  public List<OfferedPrice> offered() {
    return em.createQuery(
            "select new org.yuzuri.portal.price.OfferedPrice(o.id, o.name, o.visible, "
                + String.join(", ", PriceColumns.select("o.price"))
                + ") from Offer o order by o.name",
            OfferedPrice.class)
        .setMaxResults(MOST_OFFERS)
        .getResultList();
  }

  /** What is given back for faults in a month; empty when nothing is. */
  public Optional<SlaRule> sla(YearMonth month) {
    return slaRules().stream().filter(rule -> !rule.from().isAfter(month)).findFirst();
  }

  /** The price of storage in a month, by currency. */
  public Map<String, StoragePrice> storage(YearMonth month) {
    return storagePrices().stream()
        .filter(price -> !price.from().isAfter(month))
        .collect(
            Collectors.toMap(
                StoragePrice::currency,
                price -> price,
                BinaryOperator.maxBy(Comparator.comparing(StoragePrice::number))));
  }

  /** All there ever were, newest first. */
  List<SlaRule> slaRules() {
    return em.createQuery("select r from SlaVersion r order by r.number desc", SlaVersion.class)
        .getResultStream()
        .map(SlaVersion::rule)
        .toList();
  }

  /** All there ever were, by currency, newest first. */
  List<StoragePrice> storagePrices() {
    return em
        .createQuery(
            "select p from StorageVersion p left join fetch p.tiers"
                + " order by p.currency, p.number desc",
            StorageVersion.class)
        .getResultList()
        .stream()
        .map(StorageVersion::price)
        .toList();
  }
}
