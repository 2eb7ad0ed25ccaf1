/**
 * How much leased servers send to the outside and receive from there, counted by this machine's
 * nftables and kept as totals that never get smaller. Entry type: {@link
 * org.yuzuri.lender.traffic.TrafficMeter}.
 */
@NullMarked
package org.yuzuri.lender.traffic;

import org.jspecify.annotations.NullMarked;
