/**
 * The daemon at the edge of a tenant's site: takes the leased servers' tunnels, opens the site's
 * firewall for them, and tells the portal what it sees.
 *
 * <p>Entry type: {@link org.yuzuri.gateway.Main}. Invariants: all connections to the portal go
 * outwards; nothing of the IKE daemon's is touched but what this daemon wrote; after a kill the
 * next start finds everything in files and in the running IKE daemon.
 */
@NullMarked
package org.yuzuri.gateway;

import org.jspecify.annotations.NullMarked;
