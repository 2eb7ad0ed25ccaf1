/** How much of what a lease used: from its events to records that are only ever added to. */
@NullMarked
package org.yuzuri.billing.metering;

import org.jspecify.annotations.NullMarked;
