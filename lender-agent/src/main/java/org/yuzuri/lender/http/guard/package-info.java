/**
 * Who may ask, and for what: one-time tokens, the stages of a boot, and the signatures of its key.
 * Whatever is refused is told to the portal by {@link org.yuzuri.lender.http.guard.BootReports}.
 */
@NullMarked
package org.yuzuri.lender.http.guard;

import org.jspecify.annotations.NullMarked;
