/**
 * What people are told of their leases, by mail: hand-overs, failures, returns, and warnings before
 * a lease ends.
 *
 * <p>Nobody uses this feature; it follows leases and orders. INVARIANT: each receiver is told each
 * thing once, because every letter's key names thing and receiver.
 */
@NullMarked
package org.yuzuri.portal.notice;

import org.jspecify.annotations.NullMarked;
