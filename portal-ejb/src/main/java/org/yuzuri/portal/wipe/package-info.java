/**
 * Runs that take a server back: cut it off first, then erase it, then write the evidence.
 *
 * <p>Entry type: {@link org.yuzuri.portal.wipe.WipeService}. The same cut-off ends a return, a
 * failed transfer and a cancelled one; what comes after it is the run's {@link
 * org.yuzuri.portal.wipe.WipeEnding}. Invariants: nothing is erased before the lender's side
 * confirmed the cut-off; a wipe record exists only when every disk was read back.
 */
@NullMarked
package org.yuzuri.portal.wipe;

import org.jspecify.annotations.NullMarked;
