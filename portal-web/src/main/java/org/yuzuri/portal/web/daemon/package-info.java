/** The operator's view of every daemon, and inviting a new lender agent. */
@NullMarked
package org.yuzuri.portal.web.daemon;

import org.jspecify.annotations.NullMarked;
