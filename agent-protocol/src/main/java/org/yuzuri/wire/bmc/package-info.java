/** How a server's BMC is reached. */
@NullMarked
package org.yuzuri.wire.bmc;

import org.jspecify.annotations.NullMarked;
