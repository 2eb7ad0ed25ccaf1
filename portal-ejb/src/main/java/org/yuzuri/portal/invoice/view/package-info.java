/** Invoices and credit notes as people see them: in a list, and one with all that it says. */
@NullMarked
package org.yuzuri.portal.invoice.view;

import org.jspecify.annotations.NullMarked;
