/** Leased servers: the list, and one server with its VPN, its history and its return. */
@NullMarked
package org.yuzuri.portal.web.lease;

import org.jspecify.annotations.NullMarked;
