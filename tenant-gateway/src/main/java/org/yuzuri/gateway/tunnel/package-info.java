/**
 * The servers' tunnels: writes strongSwan's configuration, has it loaded, and watches what is up.
 *
 * <p>Entry types: {@link org.yuzuri.gateway.tunnel.Tunnels} for commands and {@link
 * org.yuzuri.gateway.tunnel.TunnelWatch} for reports. Invariants: one connection and one pool of
 * one address per lease and purpose, each pair in a file of its own; the files are what should be,
 * the IKE daemon is made to follow them, also after it was started anew; a virtual address has one
 * tunnel, the newest.
 */
@NullMarked
package org.yuzuri.gateway.tunnel;

import org.jspecify.annotations.NullMarked;
