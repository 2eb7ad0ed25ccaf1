/**
 * Chains the entries of the trail, writes down where the chain ends, and checks all of it.
 *
 * <p>Entry type: {@link org.yuzuri.portal.audit.seal.AuditKeeper}, called by two timers and read by
 * the pages of operators.
 */
@NullMarked
package org.yuzuri.portal.audit.seal;

import org.jspecify.annotations.NullMarked;
