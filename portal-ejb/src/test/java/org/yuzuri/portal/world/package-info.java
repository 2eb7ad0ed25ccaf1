/**
 * A whole small world for tests that cross features: the portal's services over rows in memory or a
 * database, daemons and servers that follow a script, a clock that is set.
 */
@NullMarked
package org.yuzuri.portal.world;

import org.jspecify.annotations.NullMarked;
