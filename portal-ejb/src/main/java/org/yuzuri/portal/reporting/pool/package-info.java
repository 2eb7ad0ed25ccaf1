/** What the servers of the pool are at, now and over time. */
@NullMarked
package org.yuzuri.portal.reporting.pool;

import org.jspecify.annotations.NullMarked;
