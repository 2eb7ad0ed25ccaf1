/**
 * The daemon at the lender's site: the hands of the portal.
 *
 * <p>Entry type: {@link org.yuzuri.lender.Main}. It drives dnsmasq, serves boot files, powers
 * servers through their BMCs and keeps the firewall. Invariant: whatever it needs to go on after a
 * kill is in its state directory before it acts.
 */
@NullMarked
package org.yuzuri.lender;

import org.jspecify.annotations.NullMarked;
