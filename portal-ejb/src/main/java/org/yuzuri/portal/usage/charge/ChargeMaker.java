package org.yuzuri.portal.usage.charge;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;
import org.yuzuri.portal.price.contract.ContractTerms;

/**
 * What charges of one lease, or of one tenant without a lease, have in common.
 *
 * @param percent of tax
 */
record ChargeMaker(
    BilledMonth month, ContractTerms terms, @Nullable LeaseFacts lease, BigDecimal percent) {

  Charge make(ChargeKind kind, BigDecimal quantity, ChargeUnit unit, Money unitPrice, Money net) {
    return make(kind, quantity, unit, unitPrice, net, NotCharged.NOTHING);
  }

  Charge make(
      ChargeKind kind,
      BigDecimal quantity,
      ChargeUnit unit,
      Money unitPrice,
      Money net,
      NotCharged notCharged) {
    Instant cutOff = lease == null ? null : lease.cutOffAt();
    return new Charge(
        kind,
        terms.tenantId(),
        lease == null ? null : lease.leaseId(),
        lease == null ? null : lease.serverName(),
        lease == null ? null : lease.offerId(),
        lease == null ? null : lease.offerName(),
        lease == null ? month.from() : month.begin(lease.handedOverAt()),
        month.end(cutOff == null ? month.asOf() : cutOff),
        quantity,
        unit,
        unitPrice,
        net,
        terms.tax(),
        percent,
        notCharged);
  }

  /** So much less; empty when it is nothing. */
  Optional<Charge> takenOff(ChargeKind kind, Money amount) {
    if (amount.amount().signum() == 0) {
      return Optional.empty();
    }
    Money less = amount.negated();
    return Optional.of(make(kind, BigDecimal.ONE, ChargeUnit.ONCE, less, less));
  }
}
