/**
 * Who did what, when and from where: the trail of every security-relevant act, of refusals and
 * log-ins, marked and chained with keys outside the database (docs/adr/0011).
 *
 * <p>Entry types: {@link org.yuzuri.portal.audit.AuditTrail} to write inside a service's
 * transaction, {@link org.yuzuri.portal.audit.Refusals} for what was refused, {@link
 * org.yuzuri.portal.audit.AuditService} to read, {@link org.yuzuri.portal.audit.seal.AuditKeeper}
 * to seal and to check. INVARIANT: entries are written once and sealed once; triggers hold it.
 */
@NullMarked
package org.yuzuri.portal.audit;

import org.jspecify.annotations.NullMarked;
