package org.yuzuri.portal.usage.charge;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.metering.FaultKind;
import org.yuzuri.billing.metering.MonthlyCharge;
import org.yuzuri.billing.money.Money;
import org.yuzuri.billing.money.Rounding;
import org.yuzuri.billing.price.Gigabytes;
import org.yuzuri.billing.price.TrafficPrice;
import org.yuzuri.billing.tax.TaxRates;
import org.yuzuri.portal.price.Price;
import org.yuzuri.portal.price.SlaRule;
import org.yuzuri.portal.price.StoragePrice;
import org.yuzuri.portal.price.contract.ContractTerms;
import org.yuzuri.portal.usage.record.UsageKind;

/**
 * Makes charges of what was used in a month, by the prices and contracts that hold in it.
 *
 * @param contracts by tenant; who has none pays what the list says
 * @param sla null when nothing is given back for faults
 * @param storage by currency
 * @param faults what took time of leases in the month, by lease
 */
record MonthlyCharges(
    BilledMonth month,
    Map<Long, ContractTerms> contracts,
    @Nullable SlaRule sla,
    Map<String, StoragePrice> storage,
    Map<Long, List<FaultKind>> faults) {

  private static final TaxRates RATES = TaxRates.ofJapan();
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * Of all tenants that owe something, by their ids.
   *
   * @param sums those of storage are looked at
   */
  Map<Long, List<Charge>> ofAll(List<LeaseFacts> leases, UsedOfLeases used, List<Used> sums) {
    Map<Long, List<Charge>> all = new TreeMap<>();
    for (LeaseFacts lease : leases) {
      add(all, lease.tenantId(), of(lease, used));
    }
    for (Used sum : sums) {
      if (sum.kind() == UsageKind.STORAGE) {
        add(all, sum.tenantId(), ofStorage(sum.tenantId(), sum.pieces()));
      }
    }
    return all;
  }

  private static void add(Map<Long, List<Charge>> all, long tenantId, List<Charge> charges) {
    if (!charges.isEmpty()) {
      all.computeIfAbsent(tenantId, first -> new ArrayList<>()).addAll(charges);
    }
  }

  /** Of one lease: time, set-up, traffic, and what is taken off or given back. */
  List<Charge> of(LeaseFacts lease, UsedOfLeases used) {
    ContractTerms terms = terms(lease.tenantId());
    ChargeMaker maker = new ChargeMaker(month, terms, lease, percent(terms));
    long faultSeconds = used.sum(lease.leaseId(), UsageKind.LENDER_FAULT);
    Price price = lease.price();
    Rounding rounding = month.rules().rounding();
    List<Charge> charges = new ArrayList<>();
    MonthlyCharge time =
        MonthlyCharge.of(
                lease.handedOverAt(),
                used.time(lease.leaseId()),
                price.time(),
                month.rules().zone(),
                rounding)
            .get(month.month());
    Money timeNet = time == null ? Money.zero(price.setUp().currency()) : time.net();
    if (time != null && time.pieces() != 0) {
      charges.add(
          maker.make(
              ChargeKind.SERVER_TIME,
              BigDecimal.valueOf(time.pieces()),
              ChargeUnit.of(price.time().counted()),
              price.time().perUnit(),
              timeNet,
              NotCharged.of(faultSeconds, faults.getOrDefault(lease.leaseId(), List.of()))));
    }
    long setUps = used.sum(lease.leaseId(), UsageKind.SETUP);
    Money setUp = rounding.of(price.setUp().times(setUps));
    if (setUps != 0) {
      charges.add(
          maker.make(
              ChargeKind.SETUP, BigDecimal.valueOf(setUps), ChargeUnit.ONCE, price.setUp(), setUp));
    }
    Optional<Charge> traffic = traffic(maker, price, used.traffic(lease.leaseId()));
    traffic.ifPresent(charges::add);
    Money besides = traffic.map(Charge::net).orElse(Money.zero(setUp.currency())).plus(setUp);
    discount(maker, terms, timeNet.plus(besides)).ifPresent(charges::add);
    credit(maker, terms, timeNet, faultSeconds).ifPresent(charges::add);
    return charges;
  }

  /**
   * What a tenant's boot images cost.
   *
   * @param bytes the sum of its days
   */
  List<Charge> ofStorage(long tenantId, long bytes) {
    ContractTerms terms = terms(tenantId);
    StoragePrice price = storage.get(terms.currency());
    BigDecimal volume = Gigabytes.mean(bytes, month.month().lengthOfMonth());
    if (price == null || volume.signum() <= 0) {
      return List.of();
    }
    ChargeMaker maker = new ChargeMaker(month, terms, null, percent(terms));
    Money net = month.rules().rounding().of(price.price().of(volume));
    List<Charge> charges = new ArrayList<>();
    charges.add(
        maker.make(
            ChargeKind.STORAGE,
            volume,
            ChargeUnit.GB_MONTH,
            price.price().tiers().get(0).perUnit(),
            net));
    discount(maker, terms, net).ifPresent(charges::add);
    return charges;
  }

  /** Also when all of it is included, so that the tenant sees how much it was. */
  private Optional<Charge> traffic(ChargeMaker maker, Price price, long bytes) {
    TrafficPrice traffic = price.traffic();
    BigDecimal volume = Gigabytes.of(bytes);
    if (traffic == null || volume.signum() <= 0) {
      return Optional.empty();
    }
    Money net = month.rules().rounding().of(traffic.of(volume));
    return Optional.of(maker.make(ChargeKind.TRAFFIC, volume, ChargeUnit.GB, traffic.perGb(), net));
  }

  private Optional<Charge> discount(ChargeMaker maker, ContractTerms terms, Money of) {
    if (!terms.hasDiscount()) {
      return Optional.empty();
    }
    return maker.takenOff(
        ChargeKind.DISCOUNT, month.rules().rounding().share(of, terms.discount(), HUNDRED));
  }

  private Optional<Charge> credit(
      ChargeMaker maker, ContractTerms terms, Money time, long seconds) {
    if (sla == null || !sla.isBroken(seconds)) {
      return Optional.empty();
    }
    BigDecimal paid = HUNDRED.subtract(terms.discount());
    return maker.takenOff(
        ChargeKind.SLA_CREDIT,
        month
            .rules()
            .rounding()
            .share(time, sla.percent().multiply(paid), HUNDRED.multiply(HUNDRED)));
  }

  private ContractTerms terms(long tenantId) {
    ContractTerms agreed = contracts.get(tenantId);
    return agreed == null ? ContractTerms.none(tenantId) : agreed;
  }

  private BigDecimal percent(ContractTerms terms) {
    Instant begin = month.from();
    return RATES.percent(terms.tax(), begin);
  }
}
