/**
 * Serial consoles of servers, read through their BMCs for the keys that the servers show there.
 *
 * <p>Entry type: {@link org.yuzuri.lender.console.ConsoleWatch}. A new kind of BMC is one more
 * class that opens a {@link org.yuzuri.lender.console.Console} and a row of {@link
 * org.yuzuri.lender.console.ConsoleDrivers}. Invariants: nothing is typed on a server's console;
 * nothing that is read there is kept but keys.
 */
@NullMarked
package org.yuzuri.lender.console;

import org.jspecify.annotations.NullMarked;
