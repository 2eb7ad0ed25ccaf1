/**
 * The ports that leased servers are plugged into, and what passes them.
 *
 * <p>Entry type: {@link org.yuzuri.lender.port.PortHandler}; a kind of port is a {@link
 * org.yuzuri.lender.port.PortFilter}. Invariants: what was applied is read back; a bridge port that
 * a server had stays shut until another server has it; the kernel goes on filtering when the agent
 * has ended, and a start brings the filter back. {@link org.yuzuri.lender.port.BootNetworkWatch}
 * names who speaks in the agent's name all the same, where nothing filters.
 */
@NullMarked
package org.yuzuri.lender.port;

import org.jspecify.annotations.NullMarked;
