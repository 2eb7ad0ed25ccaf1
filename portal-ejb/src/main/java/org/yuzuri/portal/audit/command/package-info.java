/** {@code bin/audit-verify}: checks the audit trail from outside of the portal. */
@NullMarked
package org.yuzuri.portal.audit.command;

import org.jspecify.annotations.NullMarked;
