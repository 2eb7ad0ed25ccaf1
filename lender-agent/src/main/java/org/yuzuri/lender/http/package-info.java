/**
 * The boot endpoints: what a leased server may ask of the agent while its token lives.
 *
 * <p>Entry type: {@link org.yuzuri.lender.http.BootServer}. Invariant: nothing is answered before
 * {@link org.yuzuri.lender.http.guard.TokenGuard} has matched token, time, address and MAC address;
 * whatever does not match gets 404, and the portal hears of it. The contract is {@code
 * docs/contracts.md}, section 3.
 */
@NullMarked
package org.yuzuri.lender.http;

import org.jspecify.annotations.NullMarked;
