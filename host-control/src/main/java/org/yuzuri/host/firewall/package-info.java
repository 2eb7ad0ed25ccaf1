/**
 * The firewall of a site: one nftables table, closed by default, with the grants as set elements
 * that the kernel itself lets run out.
 *
 * <p>Entry type: {@link org.yuzuri.host.firewall.Firewall}. Invariants: the whole table is replaced
 * in one transaction, so there is no moment between the old and the new set and an error leaves the
 * old one; a grant ends at its time even if daemon and portal are dead; what was applied is read
 * back. Used by both daemons; only {@link org.yuzuri.host.firewall.Nft} runs a program.
 */
@NullMarked
package org.yuzuri.host.firewall;

import org.jspecify.annotations.NullMarked;
