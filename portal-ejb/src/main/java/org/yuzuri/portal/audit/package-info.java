/**
 * Who did what, when: the trail of every security-relevant act, chained by hashes.
 *
 * <p>Entry types: {@link org.yuzuri.portal.audit.AuditTrail} to write inside a service's
 * transaction, {@link org.yuzuri.portal.audit.AuditService} to read and to verify. Entries are
 * never changed; a timer seals them in order of arrival, so that a later change or removal shows.
 */
@NullMarked
package org.yuzuri.portal.audit;

import org.jspecify.annotations.NullMarked;
