/**
 * A forgotten password: a link to the member's address, for one hour, once.
 *
 * <p>Entry type: {@link org.yuzuri.portal.member.reset.ResetService}. INVARIANT: nobody learns here
 * whether an address is a member's.
 */
@NullMarked
package org.yuzuri.portal.member.reset;

import org.jspecify.annotations.NullMarked;
