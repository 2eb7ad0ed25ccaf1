/** Invoices that should have been paid: they become overdue, and their tenants are reminded. */
@NullMarked
package org.yuzuri.portal.invoice.dunning;

import org.jspecify.annotations.NullMarked;
