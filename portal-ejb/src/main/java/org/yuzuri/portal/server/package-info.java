/**
 * The physical servers of the pool, as the rack sees them.
 *
 * <p>Entry types: {@link org.yuzuri.portal.server.ServerService} for pages, {@link
 * org.yuzuri.portal.server.Servers} for the features that lend them. Invariants: {@link
 * org.yuzuri.portal.server.ServerTransitions} alone says where an event leads; a server becomes
 * AVAILABLE only when the database finds a wipe record newer than the last lease that touched it;
 * its generation rises with every reservation and every take-back, and fences every command.
 */
@NullMarked
package org.yuzuri.portal.server;

import org.jspecify.annotations.NullMarked;
