/** What things cost: by time, by volume, and which price holds when. */
@NullMarked
package org.yuzuri.billing.price;

import org.jspecify.annotations.NullMarked;
