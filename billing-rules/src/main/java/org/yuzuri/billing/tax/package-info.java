/** Consumption tax, and what a qualified invoice of Japan must have. */
@NullMarked
package org.yuzuri.billing.tax;

import org.jspecify.annotations.NullMarked;
