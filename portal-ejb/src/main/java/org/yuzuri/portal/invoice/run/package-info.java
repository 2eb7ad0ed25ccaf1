/**
 * The monthly run: what every tenant owes is worked out, looked at by people, and issued tenant by
 * tenant, each in a transaction of its own.
 *
 * <p>INVARIANTS: there is one run at a time that is neither issued nor called off; what is issued
 * is what was reviewed, or it is refused; a run that was broken off goes on where it was.
 */
@NullMarked
package org.yuzuri.portal.invoice.run;

import org.jspecify.annotations.NullMarked;
