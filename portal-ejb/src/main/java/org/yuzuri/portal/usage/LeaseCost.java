package org.yuzuri.portal.usage;

import java.io.Serializable;
import java.util.List;
import org.yuzuri.billing.money.Money;

/**
 * What a leased server has come to, and why some of its time may not be in that.
 *
 * @param sum by its own price, without tax
 * @param faults of the datacenter that it suffered, by their beginning
 */
public record LeaseCost(Money sum, List<SufferedFault> faults) implements Serializable {

  public LeaseCost {
    faults = List.copyOf(faults);
  }
}
