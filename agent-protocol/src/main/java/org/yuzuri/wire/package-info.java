/**
 * Messages between the portal and its daemons: what they are, and how they look as JSON.
 *
 * <p>Entry type: {@link org.yuzuri.wire.WireCodec}. A message that could be built is valid: the
 * constructors of the records check shape, range and null, so neither side checks again. Used by
 * the portal, the lender agent and the tenant gateway; depends on nothing of theirs. The contract
 * is {@code docs/contracts.md}, section 2.
 */
@NullMarked
package org.yuzuri.wire;

import org.jspecify.annotations.NullMarked;
