/** Pages of invoices: list, one document, runs, and who issues them. */
@NullMarked
package org.yuzuri.portal.web.invoice;

import org.jspecify.annotations.NullMarked;
