/**
 * One run that moves a tenant's system onto a leased server, as twelve steps with evidence.
 *
 * <p>Entry type: {@link org.yuzuri.portal.transfer.view.TransferService}; the steps are in {@code
 * transfer.step}. Invariants: the install plan goes to one request of the server's; the boot token
 * dies with the installation; a report that fits nothing is refused or changes nothing.
 */
@NullMarked
package org.yuzuri.portal.transfer;

import org.jspecify.annotations.NullMarked;
