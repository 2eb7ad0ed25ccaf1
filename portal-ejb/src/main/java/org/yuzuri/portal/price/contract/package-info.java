/**
 * What was agreed with a tenant: a discount, prices of its own, how it is taxed.
 *
 * <p>For people: {@link org.yuzuri.portal.price.contract.ContractService}; for features: {@link
 * org.yuzuri.portal.price.contract.Contracts}. Invariant: a version is written once, stands for all
 * that was agreed, and holds from the first of a month until the next one does.
 */
@NullMarked
package org.yuzuri.portal.price.contract;

import org.jspecify.annotations.NullMarked;
