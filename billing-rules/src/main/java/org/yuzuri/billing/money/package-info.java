/** Amounts of a currency, and the one place where they are rounded. */
@NullMarked
package org.yuzuri.billing.money;

import org.jspecify.annotations.NullMarked;
