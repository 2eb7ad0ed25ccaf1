package org.yuzuri.portal.reporting.cost;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yuzuri.billing.money.Money;

/**
 * What one server costs in a month, or what a tenant has without one.
 *
 * @param leaseId null for what no lease is behind
 * @param server its name; empty for what no lease is behind
 * @param hostName what its tenant calls it; may be empty
 * @param labels each as {@code KEY=VALUE}
 * @param soFar without tax, by what is written down
 * @param forecast without tax, at the month's end
 */
public record CostLine(
    @Nullable Long leaseId,
    String server,
    String hostName,
    List<String> labels,
    Money soFar,
    Money forecast)
    implements Serializable {}
