/**
 * What the datacenter tells its tenants on top of their pages: to all or to chosen ones, for some
 * time, in both languages, until each reader has put it away.
 *
 * <p>Entry type: {@link org.yuzuri.portal.announcement.AnnouncementService}. Nobody uses this
 * feature. INVARIANT: a tenant's people never learn of an announcement that is for others.
 */
@NullMarked
package org.yuzuri.portal.announcement;

import org.jspecify.annotations.NullMarked;
