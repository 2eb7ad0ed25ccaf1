/** What the operator enters about a server, and its disks. */
@NullMarked
package org.yuzuri.portal.server.entry;

import org.jspecify.annotations.NullMarked;
