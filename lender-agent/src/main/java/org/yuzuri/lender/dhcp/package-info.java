/**
 * Drives dnsmasq: who gets an address in the boot network, and what it boots.
 *
 * <p>Entry type: {@link org.yuzuri.lender.dhcp.DnsmasqDirectory}. dnsmasq watches a directory; a
 * server that has no file there is not answered.
 */
@NullMarked
package org.yuzuri.lender.dhcp;

import org.jspecify.annotations.NullMarked;
