/**
 * Which sessions members have: how many one may have at once, on all nodes together, which of them
 * a member has ended, and how somebody tried to log in as it.
 *
 * <p>Entry type: {@link org.yuzuri.portal.session.MemberSessions}, which pages ask at every
 * request. INVARIANT: a session that is not known here opens nothing.
 */
@NullMarked
package org.yuzuri.portal.session;

import org.jspecify.annotations.NullMarked;
