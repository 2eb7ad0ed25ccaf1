/**
 * Proving anew who one is before something dangerous is done: the session alone may have been left
 * open, or taken.
 *
 * <p>Entry types: {@link org.yuzuri.portal.access.stepup.StepUp}, which services ask, and {@link
 * org.yuzuri.portal.access.stepup.Proof}, which the page's dialog gives. INVARIANT: a proof holds
 * for the session and the member that gave it, and for no other.
 */
@NullMarked
package org.yuzuri.portal.access.stepup;

import org.jspecify.annotations.NullMarked;
