package org.yuzuri.portal.invoice.run;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.tax.TaxCategory;
import org.yuzuri.portal.invoice.LineDraft;
import org.yuzuri.portal.usage.charge.Charge;
import org.yuzuri.portal.usage.charge.ChargeKind;
import org.yuzuri.portal.usage.charge.ChargeUnit;

/**
 * What of a tenant's charges of a month is not billed yet. Lines and charges are the same thing
 * when they are of one kind, lease, offer and rate of tax; what was billed of a thing is compared
 * as a whole.
 */
final class Differences {

  private record Thing(
      ChargeKind kind,
      @Nullable Long lease,
      @Nullable Long offer,
      TaxCategory tax,
      BigDecimal percent,
      Currency currency) {

    static Thing of(LineDraft line) {
      return new Thing(
          line.kind(),
          line.leaseId(),
          line.offerId(),
          line.tax(),
          line.percent().stripTrailingZeros(),
          line.net().currency());
    }
  }

  private record Both(List<LineDraft> charged, List<LineDraft> billed) {}

  /**
   * Lines to bill; none where nothing is left.
   *
   * @param charges of the month, all of one tenant
   * @param billed lines of the month that count as billed, all of that tenant
   * @param late whether the month was billed before: all of it corrects something
   */
  static List<LineDraft> lines(
      YearMonth month, List<Charge> charges, List<LineDraft> billed, boolean late) {
    Map<Thing, Both> things = new LinkedHashMap<>();
    for (Charge charge : charges) {
      LineDraft line = line(month, charge, late);
      of(things, line).charged().add(line);
    }
    for (LineDraft line : billed) {
      of(things, line).billed().add(line);
    }
    List<LineDraft> lines = new ArrayList<>();
    things.values().forEach(both -> add(lines, both));
    return lines;
  }

  private static Both of(Map<Thing, Both> things, LineDraft line) {
    return things.computeIfAbsent(
        Thing.of(line), ignored -> new Both(new ArrayList<>(), new ArrayList<>()));
  }

  private static void add(List<LineDraft> lines, Both both) {
    if (both.billed().isEmpty()) {
      both.charged().stream().filter(line -> line.net().amount().signum() != 0).forEach(lines::add);
      return;
    }
    LineDraft like =
        both.charged().isEmpty()
            ? both.billed().get(both.billed().size() - 1)
            : both.charged().get(both.charged().size() - 1);
    Money net = sum(both.charged(), like).minus(sum(both.billed(), like));
    if (net.amount().signum() != 0) {
      lines.add(correction(like, quantity(both), net));
    }
  }

  /** How many units more than billed; 0 when they are not all of one unit and price. */
  private static BigDecimal quantity(Both both) {
    Set<Object> kinds = new HashSet<>();
    BigDecimal quantity = BigDecimal.ZERO;
    for (LineDraft line : both.charged()) {
      kinds.add(List.of(line.unit(), line.unitPrice()));
      quantity = quantity.add(line.quantity());
    }
    for (LineDraft line : both.billed()) {
      kinds.add(List.of(line.unit(), line.unitPrice()));
      quantity = quantity.subtract(line.quantity());
    }
    return kinds.size() == 1 ? quantity : BigDecimal.ZERO;
  }

  private static LineDraft correction(LineDraft like, BigDecimal quantity, Money net) {
    boolean counted = quantity.signum() == net.amount().signum();
    Money price = counted ? like.unitPrice() : new Money(net.amount().abs(), net.currency());
    return new LineDraft(
        like.kind(),
        like.month(),
        true,
        true,
        like.leaseId(),
        like.serverName(),
        like.offerId(),
        like.offerName(),
        like.from(),
        like.until(),
        counted ? quantity : BigDecimal.valueOf(net.amount().signum()),
        counted ? like.unit() : ChargeUnit.ONCE,
        price,
        net,
        like.tax(),
        like.percent(),
        null,
        like.notCharged());
  }

  private static Money sum(List<LineDraft> lines, LineDraft like) {
    return lines.stream()
        .map(LineDraft::net)
        .reduce(Money.zero(like.net().currency()), Money::plus);
  }

  /** A charge as a line: what is taken off is a negative quantity of a price. */
  private static LineDraft line(YearMonth month, Charge charge, boolean late) {
    boolean turned = charge.unitPrice().isNegative();
    return new LineDraft(
        charge.kind(),
        month,
        late,
        true,
        charge.leaseId(),
        charge.serverName(),
        charge.offerId(),
        charge.offerName(),
        charge.from(),
        charge.until(),
        turned ? charge.quantity().negate() : charge.quantity(),
        charge.unit(),
        turned ? charge.unitPrice().negated() : charge.unitPrice(),
        charge.net(),
        charge.tax(),
        charge.percent(),
        null,
        charge.notCharged());
  }

  private Differences() {}
}
