/**
 * What the lender knows about a server and the tenant does not; checked when it is made.
 *
 * <p>Entry type: {@link org.yuzuri.settings.facts.Facts}.
 */
@NullMarked
package org.yuzuri.settings.facts;

import org.jspecify.annotations.NullMarked;
