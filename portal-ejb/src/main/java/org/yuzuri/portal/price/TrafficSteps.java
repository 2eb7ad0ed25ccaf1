package org.yuzuri.portal.price;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.price.Tier;
import org.yuzuri.billing.price.VolumePrice;
import org.yuzuri.portal.platform.ProblemException;

/**
 * The later steps of a price for outside traffic: above how many GB of a calendar month each GB
 * costs how much. The first step, from 0, is a part of the price of its own.
 *
 * @param list each above more than the one before; empty when every GB costs the same
 */
public record TrafficSteps(List<Step> list) implements Serializable {

  /**
   * One of them.
   *
   * @param aboveGb more than 0
   * @param perGb for each GB above, without tax, not negative
   */
  public record Step(BigDecimal aboveGb, BigDecimal perGb) implements Serializable {

    private String text(String between) {
      return plain(aboveGb) + between + plain(perGb);
    }
  }

  /** Every GB costs the same. */
  public static final TrafficSteps NONE = new TrafficSteps(List.of());

  /** No column takes more. */
  public static final int MOST = 10;

  private static final String FIELD = "price.trafficSteps";
  private static final String AMOUNT = "[0-9]{1,10}(?:\\.[0-9]{1,6})?";

  /** Also of several servers together. */
  private static final String CODED = "[0-9]{1,13}(?:\\.[0-9]{1,6})?";

  /**
   * Checks the steps.
   *
   * @throws IllegalArgumentException they are not in order, or too many
   */
  public TrafficSteps {
    list = List.copyOf(list);
    if (list.size() > MOST || !isInOrder(list)) {
      throw new IllegalArgumentException("steps: " + list);
    }
  }

  /**
   * Reads what somebody typed: a line for each step, or semicolons between them, such as {@code 100
   * 8}: above 100 GB each GB is 8.
   *
   * @throws ProblemException INVALID_VALUE: which step, and what it may be
   */
  public static TrafficSteps typed(String text) {
    List<Step> steps = new ArrayList<>();
    for (String line : text.strip().split("\\R|;", -1)) {
      String step = line.strip();
      if (!step.isEmpty()) {
        if (!step.matches(AMOUNT + "\\s+" + AMOUNT)) {
          throw ProblemException.invalid(FIELD, step, "GB PRICE, as 100 2.5");
        }
        steps.add(step(step, "\\s+"));
      }
    }
    if (!isInOrder(steps)) {
      throw ProblemException.invalid(
          FIELD, text, "each above more GB than the one before, the first above 0");
    }
    if (steps.size() > MOST) {
      throw ProblemException.invalid(FIELD, steps.size(), "at most " + MOST);
    }
    return new TrafficSteps(steps);
  }

  /**
   * Reads what {@link #code} wrote.
   *
   * @throws IllegalArgumentException anything else
   */
  public static TrafficSteps ofCode(String code) {
    if (code.isEmpty()) {
      return NONE;
    }
    if (!code.matches(CODED + ":" + CODED + "(?:/" + CODED + ":" + CODED + ")*")) {
      throw new IllegalArgumentException("steps: " + code);
    }
    return new TrafficSteps(Arrays.stream(code.split("/", -1)).map(one -> step(one, ":")).toList());
  }

  /** Those of a price, without its first. */
  public static TrafficSteps of(VolumePrice price) {
    return new TrafficSteps(
        price.tiers().stream()
            .skip(1)
            .map(tier -> new Step(tier.from(), tier.perUnit().amount()))
            .toList());
  }

  private static Step step(String text, String between) {
    String[] part = text.split(between, -1);
    return new Step(new BigDecimal(part[0]), new BigDecimal(part[1]));
  }

  private static boolean isInOrder(List<Step> steps) {
    BigDecimal last = BigDecimal.ZERO;
    for (Step step : steps) {
      if (step.aboveGb().compareTo(last) <= 0) {
        return false;
      }
      last = step.aboveGb();
    }
    return true;
  }

  /** The whole price, with its first step. */
  public VolumePrice behind(BigDecimal perGb, Currency currency) {
    List<Tier> tiers = new ArrayList<>();
    tiers.add(new Tier(BigDecimal.ZERO, new Money(perGb, currency)));
    list.forEach(step -> tiers.add(new Tier(step.aboveGb(), new Money(step.perGb(), currency))));
    return new VolumePrice(tiers);
  }

  /** As columns and pages carry it, such as {@code 100:8/1000:2.5}. */
  public String code() {
    return joined(step -> step.text(":"), "/");
  }

  /** As a form shows it: a line for each step. */
  public String lines() {
    return joined(step -> step.text(" "), "\n");
  }

  /** As audit entries tell it, such as {@code , above 100 GB 8, above 1000 GB 2.5}. */
  public String text() {
    return joined(step -> ", above " + step.text(" GB "), "");
  }

  private String joined(Function<Step, String> text, String between) {
    return list.stream().map(text).collect(Collectors.joining(between));
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
