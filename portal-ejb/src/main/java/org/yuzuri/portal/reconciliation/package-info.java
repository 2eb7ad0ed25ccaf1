/**
 * After the database was restored: holds its servers against what the lender's agents remember, and
 * lets the portal go on once a person has confirmed the differences.
 *
 * <p>Entry type: {@link org.yuzuri.portal.reconciliation.ReconciliationService}. Invariant: a
 * server of which an agent knows a hold that the books do not is neither lent nor erased by the
 * portal itself; it waits for an operator. Tenants' gateways have no say in that.
 */
@NullMarked
package org.yuzuri.portal.reconciliation;

import org.jspecify.annotations.NullMarked;
