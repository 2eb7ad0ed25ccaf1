package org.yuzuri.portal.web.price;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yuzuri.portal.platform.Problems;
import org.yuzuri.portal.price.PriceEntry;
import org.yuzuri.portal.price.PriceService;
import org.yuzuri.portal.price.contract.ContractEntry;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;

/** The forms of what holds for every tenant: the price of storage, and the rule for faults. */
@Named
@RequestScoped
public class PriceTermsBean {

  private static final int HOURS_OF_A_MONTH = 744;
  private static final String PAGE = "/price/list.xhtml?faces-redirect=true";

  @Inject PriceService service;
  @Inject Messages messages;

  private String slaFrom = "";
  private @Nullable Integer hours;
  private @Nullable BigDecimal percent;
  private String storageFrom = "";
  private String currency = "JPY";
  private String tiers = "";

  public String setSla() {
    Problems problems = new Problems();
    var from = problems.attempt(() -> ContractEntry.month("contract.from", slaFrom));
    Integer borne = hours;
    BigDecimal share = percent;
    problems.unless(
        borne != null && borne >= 0 && borne <= HOURS_OF_A_MONTH,
        "sla.hours",
        borne == null ? "" : borne,
        "0 to 744");
    problems.unless(
        share != null && ContractEntry.isPercent(share),
        "sla.percent",
        share == null ? "" : share,
        "0 to 100");
    problems.refuse();
    if (borne != null && share != null) {
      service.setSla(from.orElseThrow(), borne, share);
    }
    messages.done("price.saved");
    return PAGE;
  }

  public String setStorage() {
    Problems problems = new Problems();
    var from = problems.attempt(() -> ContractEntry.month("contract.from", storageFrom));
    problems.unless(
        PriceEntry.isCurrency(currency), "price.currency", currency, "ISO 4217, as JPY");
    SortedMap<BigDecimal, BigDecimal> steps = steps(problems);
    problems.refuse();
    service.setStorage(from.orElseThrow(), currency, steps);
    messages.done("price.saved");
    return PAGE;
  }

  /** Each line a step: the volume above which it holds, and its price. */
  private SortedMap<BigDecimal, BigDecimal> steps(Problems problems) {
    SortedMap<BigDecimal, BigDecimal> steps = new TreeMap<>();
    for (String line : tiers.strip().split("\\R", -1)) {
      String[] part = line.strip().split("\\s+", -1);
      boolean good =
          part.length == 2
              && isAmount(part[0])
              && isAmount(part[1])
              && steps.put(new BigDecimal(part[0]), new BigDecimal(part[1])) == null;
      problems.unless(good, "price.tiers", line, "VOLUME PRICE, as 100 2.5, each volume once");
    }
    problems.unless(
        !steps.isEmpty() && steps.firstKey().signum() == 0, "price.tiers", tiers, "first of 0");
    return steps;
  }

  private static boolean isAmount(String text) {
    return text.matches("[0-9]{1,10}(\\.[0-9]{1,6})?");
  }

  public String getSlaFrom() {
    return slaFrom;
  }

  public void setSlaFrom(@Nullable String slaFrom) {
    this.slaFrom = Typed.text(slaFrom);
  }

  public @Nullable Integer getHours() {
    return hours;
  }

  public void setHours(@Nullable Integer hours) {
    this.hours = hours;
  }

  public @Nullable BigDecimal getPercent() {
    return percent;
  }

  public void setPercent(@Nullable BigDecimal percent) {
    this.percent = percent;
  }

  public String getStorageFrom() {
    return storageFrom;
  }

  public void setStorageFrom(@Nullable String storageFrom) {
    this.storageFrom = Typed.text(storageFrom);
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(@Nullable String currency) {
    this.currency = Typed.text(currency);
  }

  public String getTiers() {
    return tiers;
  }

  public void setTiers(@Nullable String tiers) {
    this.tiers = Typed.text(tiers);
  }
}
