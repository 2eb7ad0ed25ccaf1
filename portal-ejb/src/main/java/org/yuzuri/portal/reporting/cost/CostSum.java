package org.yuzuri.portal.reporting.cost;

import java.io.Serializable;
import org.yuzuri.billing.money.Money;

/**
 * What several things cost together.
 *
 * @param label {@code KEY=VALUE} that they have; empty: everything
 */
public record CostSum(String label, Money soFar, Money forecast) implements Serializable {}
