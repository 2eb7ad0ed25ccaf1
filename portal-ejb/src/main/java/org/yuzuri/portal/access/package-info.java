/**
 * Who someone is and what they may do: everything of Shiro, and the tenant of a database session.
 *
 * <p>Entry types: {@link org.yuzuri.portal.access.CurrentSubject} for services, {@link
 * org.yuzuri.portal.access.AsSystem} for timers and daemons' calls, {@link
 * org.yuzuri.portal.access.Permissions} for {@code @RequiresPermissions}. INVARIANT: without an
 * authenticated subject no tenant's row is visible.
 */
@NullMarked
package org.yuzuri.portal.access;

import org.jspecify.annotations.NullMarked;
