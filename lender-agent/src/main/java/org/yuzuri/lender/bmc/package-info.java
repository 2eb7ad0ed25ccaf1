/**
 * Power and boot device of servers, through their BMCs.
 *
 * <p>Entry type: {@link org.yuzuri.lender.bmc.PowerHandler}. A new kind of BMC is one more class
 * that implements {@link org.yuzuri.lender.bmc.Bmc} and a row of {@link
 * org.yuzuri.lender.bmc.BmcDrivers}.
 */
@NullMarked
package org.yuzuri.lender.bmc;

import org.jspecify.annotations.NullMarked;
