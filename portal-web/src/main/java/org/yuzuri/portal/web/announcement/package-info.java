/** What the datacenter tells its tenants: writing it, and the notes on top of every page. */
@NullMarked
package org.yuzuri.portal.web.announcement;

import org.jspecify.annotations.NullMarked;
