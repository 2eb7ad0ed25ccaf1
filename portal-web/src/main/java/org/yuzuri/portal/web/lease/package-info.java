/** Leased servers: the list, and one server with its VPN, its history and its return. */
package org.yuzuri.portal.web.lease;
