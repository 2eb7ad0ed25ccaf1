/**
 * One run that moves a tenant's system onto a leased server, as twelve steps with evidence.
 *
 * <p>Entry type: {@link org.yuzuri.portal.transfer.TransferService}. {@link
 * org.yuzuri.portal.transfer.StepLimits} holds how long each step may take; {@link
 * org.yuzuri.portal.transfer.TransferEngine} is the only code that moves a step. Invariants: one
 * step runs at a time; commands leave in the transaction that starts their step; a report that fits
 * nothing is kept and flagged.
 */
@NullMarked
package org.yuzuri.portal.transfer;

import org.jspecify.annotations.NullMarked;
