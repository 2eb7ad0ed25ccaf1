/** Money that comes in for invoices: entered, or read out of a file; written once. */
@NullMarked
package org.yuzuri.portal.invoice.payment;

import org.jspecify.annotations.NullMarked;
