package org.yuzuri.portal.price.contract;

import java.util.List;
import java.util.Map;

/**
 * A tenant's contract, as the datacenter's staff see it.
 *
 * @param newest the last version, which may hold later only; {@link ContractTerms#none} before the
 *     first
 * @param prices of the newest version, by the offer's id
 * @param history newest first
 */
public record ContractView(
    long tenantId,
    String tenant,
    ContractTerms newest,
    Map<Long, OwnPrice> prices,
    List<ContractTerms> history) {}
