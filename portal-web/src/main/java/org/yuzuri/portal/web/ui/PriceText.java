package org.yuzuri.portal.web.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.TrafficPrice;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.billing.tax.TaxRates;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.web.ui.language.Texts;

/** How prices look on pages. */
@Named("prices")
@RequestScoped
public class PriceText {

  @Inject Texts texts;
  @Inject Format format;
  @Inject Clock clock;

  /** An amount with its currency. */
  public String money(Money money) {
    return format.money(money.amount(), money.currency().getCurrencyCode());
  }

  /** Such as {@code ¥12 / hour}. */
  public String of(Price price) {
    String key = "price.per." + price.time().unit();
    return texts.get(key, money(price.time().perUnit()));
  }

  /** About what a month comes to; empty when the price says it. */
  public String month(Price price) {
    Money month = price.perMonth();
    return month.equals(price.time().perUnit()) ? "" : texts.get("offer.per.month", money(month));
  }

  /** What there is besides: started days, cap, set-up fee, traffic; may be empty. */
  public String besides(Price price) {
    StringBuilder besides = new StringBuilder();
    if (price.time().counted() != price.time().unit()) {
      besides.append(texts.get("price.part.STARTED_DAYS"));
    }
    Money cap = price.time().monthlyCap();
    if (cap != null) {
      add(besides, texts.get("price.cap", money(cap)));
    }
    if (price.hasSetUp()) {
      add(besides, texts.get("price.set.up", money(price.setUp())));
    }
    TrafficPrice traffic = price.traffic();
    if (traffic != null) {
      add(besides, traffic(traffic));
    }
    return besides.toString();
  }

  private String traffic(TrafficPrice traffic) {
    StringBuilder text = new StringBuilder(ofFirstStep(traffic));
    traffic.price().tiers().stream()
        .skip(1)
        .map(tier -> texts.get("price.tier", tier.from().toPlainString(), money(tier.perUnit())))
        .forEach(step -> text.append(texts.get("price.tier.separator")).append(step));
    return text.toString();
  }

  private String ofFirstStep(TrafficPrice traffic) {
    return traffic.includedGb().signum() == 0
        ? texts.get("price.traffic", money(traffic.perGb()))
        : texts.get(
            "price.traffic.included", money(traffic.perGb()), traffic.includedGb().toPlainString());
  }

  /** That tax comes on top, and how much. */
  public String getTaxNote() {
    return texts.get(
        "price.without.tax",
        TaxRates.ofJapan().percent(TaxCategory.STANDARD, clock.instant()).toPlainString());
  }

  private static void add(StringBuilder besides, String text) {
    besides.append(besides.isEmpty() ? "" : " · ").append(text);
  }
}
