/**
 * What makes the audit trail tamper-evident, without a database: keys, marks and seals of entries,
 * checkpoints, and the check of all of it.
 *
 * <p>Entry types: {@link org.yuzuri.portal.audit.chain.AuditKeys}, {@link
 * org.yuzuri.portal.audit.chain.TrailRow}, {@link org.yuzuri.portal.audit.chain.CheckpointFile} and
 * {@link org.yuzuri.portal.audit.chain.TrailCheck}. Used by the portal and by {@code
 * bin/audit-verify} alike.
 */
@NullMarked
package org.yuzuri.portal.audit.chain;

import org.jspecify.annotations.NullMarked;
