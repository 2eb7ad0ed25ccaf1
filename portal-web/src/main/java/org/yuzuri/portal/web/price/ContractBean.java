package org.yuzuri.portal.web.price;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.platform.Problems;
import org.yuzuri.portal.price.OfferedPrice;
import org.yuzuri.portal.price.PriceService;
import org.yuzuri.portal.price.TrafficSteps;
import org.yuzuri.portal.price.contract.ContractEntry;
import org.yuzuri.portal.price.contract.ContractService;
import org.yuzuri.portal.price.contract.ContractView;
import org.yuzuri.portal.price.contract.OwnPrice;
import org.yuzuri.portal.web.ui.Chosen;
import org.yuzuri.portal.web.ui.Messages;
import org.yuzuri.portal.web.ui.Typed;
import org.yuzuri.portal.web.ui.language.Texts;

/** A tenant's contract, with its versions and the form of the next one. Loaded once a request. */
@Named
@RequestScoped
public class ContractBean {

  @Inject Chosen chosen;
  @Inject ContractService service;
  @Inject PriceService priceService;
  @Inject Messages messages;
  @Inject Texts texts;

  private final Map<Long, String> own = new HashMap<>();
  private final Map<Long, String> traffic = new HashMap<>();
  private final Map<Long, String> steps = new HashMap<>();
  private ContractView contract;
  private List<OfferedPrice> offered;
  private int seen;
  private String from = "";
  private @Nullable BigDecimal discount;
  private TaxCategory tax = TaxCategory.STANDARD;
  private String currency = "JPY";
  private String note = "";

  @PostConstruct
  void load() {
    contract = service.view(chosen.getId());
    offered = priceService.offered();
    seen = contract.newest().number();
    discount = contract.newest().discount();
    tax = contract.newest().tax();
    currency = contract.newest().currency();
    contract
        .prices()
        .forEach(
            (offer, price) -> {
              put(own, offer, price.perUnit());
              put(traffic, offer, price.perGb());
              steps.put(offer, price.steps().lines());
            });
  }

  private static void put(Map<Long, String> fields, long offer, @Nullable BigDecimal amount) {
    if (amount != null) {
      fields.put(offer, amount.toPlainString());
    }
  }

  public String add() {
    Problems problems = new Problems();
    Map<Long, BigDecimal> prices = amounts(own, "price.perUnit", problems);
    Map<Long, BigDecimal> perGb = amounts(traffic, "price.trafficPerGb", problems);
    Map<Long, TrafficSteps> above = steps(problems);
    Optional<ContractEntry> entry =
        problems.attempt(
            () ->
                new ContractEntry(seen, from, discount, tax, currency, note, prices, perGb, above));
    problems.refuse();
    service.add(chosen.getId(), entry.orElseThrow());
    messages.done("price.saved");
    return "/price/contract.xhtml?faces-redirect=true&id=" + chosen.getId();
  }

  private Map<Long, BigDecimal> amounts(Map<Long, String> fields, String field, Problems problems) {
    Map<Long, BigDecimal> amounts = new HashMap<>();
    for (OfferedPrice offer : offered) {
      String typed = Typed.text(fields.get(offer.offerId())).strip();
      boolean amount = typed.matches("[0-9]{1,10}(\\.[0-9]{1,6})?");
      if (!typed.isEmpty()) {
        problems.unless(amount, field, offer.offer() + ": " + typed, "0 to 9999999999.999999");
      }
      if (amount) {
        amounts.put(offer.offerId(), new BigDecimal(typed));
      }
    }
    return amounts;
  }

  private Map<Long, TrafficSteps> steps(Problems problems) {
    Map<Long, TrafficSteps> above = new HashMap<>();
    for (OfferedPrice offer : offered) {
      String typed = Typed.text(steps.get(offer.offerId()));
      problems
          .attempt(() -> TrafficSteps.typed(typed))
          .filter(each -> !each.list().isEmpty())
          .ifPresent(each -> above.put(offer.offerId(), each));
    }
    return above;
  }

  public ContractView getContract() {
    return contract;
  }

  public List<OfferedPrice> getOffered() {
    return offered;
  }

  public TaxCategory[] getTaxes() {
    return TaxCategory.values();
  }

  /** What an offer's own price was agreed for, which the list may have changed; may be empty. */
  public String agreedFor(long offer) {
    OwnPrice price = contract.prices().get(offer);
    if (price == null || price.unit() == null) {
      return "";
    }
    String key = "price.per." + price.unit();
    return texts.get(key, price.currency());
  }

  /** What stands in the form's fields of prices, by the offer's id; empty for the list's price. */
  public Map<Long, String> getOwn() {
    return own;
  }

  /** The same of the prices of a GB of outside traffic. */
  public Map<Long, String> getTraffic() {
    return traffic;
  }

  /** The same of what a GB costs above a volume, a line for each step. */
  public Map<Long, String> getSteps() {
    return steps;
  }

  public int getSeen() {
    return seen;
  }

  public void setSeen(int seen) {
    this.seen = seen;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = Typed.text(from);
  }

  public @Nullable BigDecimal getDiscount() {
    return discount;
  }

  public void setDiscount(@Nullable BigDecimal discount) {
    this.discount = discount;
  }

  public TaxCategory getTax() {
    return tax;
  }

  public void setTax(TaxCategory tax) {
    this.tax = tax;
  }

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(@Nullable String currency) {
    this.currency = Typed.text(currency);
  }

  public String getNote() {
    return note;
  }

  public void setNote(@Nullable String note) {
    this.note = Typed.text(note);
  }
}
