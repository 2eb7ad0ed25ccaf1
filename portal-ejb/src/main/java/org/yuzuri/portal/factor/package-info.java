/**
 * The second factor of members: codes that an app makes from time, and recovery codes in its place
 * (docs/adr/0015).
 *
 * <p>Entry types: {@link org.yuzuri.portal.factor.FactorService} for people, {@link
 * org.yuzuri.portal.factor.FactorCodes}, which the realm asks. INVARIANT: a code opens once, on all
 * nodes together.
 */
@NullMarked
package org.yuzuri.portal.factor;

import org.jspecify.annotations.NullMarked;
